internal import Subprocess
internal import SystemPackage

/// A program run to its end.
public struct ProgramRun: Sendable {
    /// Its exit code; `nil` where a signal ended it.
    public var code: Int?
    public var output: String
    public var messages: String

    public init(code: Int?, output: String, messages: String) {
        self.code = code
        self.output = output
        self.messages = messages
    }

    public struct TimedOut: Error {
        public init() {}
    }

    /// Without a shell, without input, in this process's environment.
    static func of(_ call: ProgramCall) async throws -> ProgramRun {
        try await withThrowingTaskGroup(of: ProgramRun.self) { group in
            group.addTask { try await run(call) }
            group.addTask {
                try await Task.sleep(for: call.limit)
                throw TimedOut()
            }
            // What is left of the two is cancelled; a program is killed by that.
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw TimedOut() }
            return first
        }
    }

    private static func run(_ call: ProgramCall) async throws -> ProgramRun {
        let program = call.arguments.first ?? ""
        var options = PlatformOptions()
        if call.isApart { options.processGroupID = 0 }
        let variables = call.variables.map { (Environment.Key(stringLiteral: $0.key), String?.some($0.value)) }
        do {
            let result = try await Subprocess.run(
                program.contains("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(Array(call.arguments.dropFirst())),
                environment: .inherit.updating(Dictionary(variables, uniquingKeysWith: { $1 })), platformOptions: options, input: .none,
                output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
            var code: Int?
            if case .exited(let status) = result.terminationStatus { code = Int(status) }
            return ProgramRun(code: code, output: result.standardOutput, messages: result.standardError)
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw ProgramCall.NotFound()
        }
    }
}
