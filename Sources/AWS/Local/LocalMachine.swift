internal import FoundationEssentials
internal import Glibc

/// What credentials and settings are read from and kept in on this machine, so that tests can give another: files, and programs.
public struct LocalMachine: Sendable {
    /// A file's bytes; `nil` where there is no such file.
    public var read: @Sendable (_ path: String) throws -> [UInt8]?
    /// Replaces a file as a whole by one that this user alone can read.
    public var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
    /// Runs a program by its argument array, the program first, and stops it when the time is up.
    public var run: @Sendable (_ arguments: [String], _ limit: Duration) async throws -> ProgramRun

    public init(
        read: @escaping @Sendable (String) throws -> [UInt8]?, write: @escaping @Sendable (String, [UInt8]) throws -> Void,
        run: @escaping @Sendable ([String], Duration) async throws -> ProgramRun
    ) {
        self.read = read
        self.write = write
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
        write: { path, bytes in try replace(path, with: bytes) },
        run: { arguments, limit in try await ProgramRun.of(ProgramCall(arguments, limit: limit)) })

    /// By a file beside it that takes its place: who reads meanwhile sees the one or the other.
    private static func replace(_ path: String, with bytes: [UInt8]) throws {
        let beside = "\(path).\(UUID().uuidString)"
        guard FileManager.default.createFile(atPath: beside, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        guard rename(beside, path) == 0 else {
            try? FileManager.default.removeItem(atPath: beside)
            throw CocoaError(.fileWriteUnknown)
        }
    }
}
