internal import FoundationEssentials

/// What credentials and settings are read from on this machine, so that tests can give another: files, and programs.
public struct LocalMachine: Sendable {
    /// A file's bytes; `nil` where there is no such file.
    public var read: @Sendable (_ path: String) throws -> [UInt8]?
    /// Runs a program by its argument array, the program first, and stops it when the time is up.
    public var run: @Sendable (_ arguments: [String], _ limit: Duration) async throws -> ProgramRun

    public init(
        read: @escaping @Sendable (String) throws -> [UInt8]?, run: @escaping @Sendable ([String], Duration) async throws -> ProgramRun
    ) {
        self.read = read
        self.run = run
    }

    /// The machine as it is.
    public static let live = LocalMachine(
        read: { path in
            do {
                return Array(try Data(contentsOf: URL(filePath: path)))
            } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
                return nil
            }
        },
        run: { arguments, limit in try await ProgramRun.of(ProgramCall(arguments, limit: limit)) })
}
