public import Subprocess
internal import SystemPackage

/// A program under way, to be sent signals.
public struct RunningProgram: Sendable {
    let signal: @Sendable (Signal) throws -> Void
    let messages: AsyncStream<String>

    public func send(_ signal: Signal) { try? self.signal(signal) }

    /// Returns when the program has said so on stderr, or has ended.
    public func says(_ text: String) async {
        for await line in messages where line.contains(text) { return }
    }
}

extension Program {
    /// Runs a program to its end, with `body` beside it.
    ///
    /// - Parameter ended: called when the program has ended, so that `body` need not wait for what won't come.
    public static func run(
        _ executable: Executable, _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil,
        beside body: @escaping @Sendable (RunningProgram) async -> Void, ended: @escaping @Sendable () -> Void
    ) async throws -> Run {
        let (lines, line) = AsyncStream.makeStream(of: String.self)
        let result = try await Subprocess.run(
            executable, arguments: Arguments(arguments), environment: isolated(environment),
            workingDirectory: folder.map { FilePath($0) }, input: .none, output: .string(limit: 64 << 20), error: .sequence
        ) { execution in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await body(RunningProgram(signal: { try execution.send(signal: $0) }, messages: lines)) }
                var messages = ""
                for try await text in execution.standardError.strings() {
                    messages += text + "\n"
                    line.yield(text)
                }
                line.finish()
                ended()
                try await group.waitForAll()
                return messages
            }
        }
        return Run(status: result.terminationStatus, output: result.standardOutput, messages: result.closureResult)
    }
}
