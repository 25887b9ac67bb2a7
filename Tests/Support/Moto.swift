import Foundation
import Subprocess

/// A moto server on a free loopback port: AWS as others emulate it, and so a check on what we take AWS to be (`.ci/requirements.txt`).
public struct Moto: Sendable {
    public var url: String

    /// Serves while `body` runs.
    ///
    /// - Parameter environment: moto's own variables, such as `INITIAL_NO_AUTH_ACTION_COUNT`.
    /// - Throws: `NotStarted` where `moto_server` isn't installed or ends before it serves, and what `body` throws.
    public static func run<Result: Sendable>(
        environment: [String: String] = [:], _ body: @escaping @Sendable (Moto) async throws -> Result
    ) async throws -> Result {
        do {
            return try await Subprocess.run(
                Program.tool("moto_server"), arguments: ["-H", "127.0.0.1", "-p", "0"], environment: Program.isolated(environment),
                input: .none, output: .discarded, error: .sequence
            ) { execution in
                let (urls, found) = AsyncStream.makeStream(of: String.self)
                return try await withThrowingTaskGroup(of: Void.self) { group in
                    // Read to its end, since moto stands still when nobody takes its log.
                    group.addTask {
                        defer { found.finish() }
                        for try await line in execution.standardError.strings() {
                            if let url = line.firstMatch(of: #/Running on (http://127\.0\.0\.1:\d+)/#)?.1 { found.yield(String(url)) }
                        }
                    }
                    defer { try? execution.send(signal: .terminate) }
                    var announced = urls.makeAsyncIterator()
                    guard let url = await announced.next() else { throw NotStarted(description: "moto_server ended before it served") }
                    return try await body(Moto(url: url))
                }
            }.closureResult
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw NotStarted(description: "moto_server is neither in RECONCILE_TOOLS/bin nor in the PATH: `make test` installs it")
        }
    }

    struct NotStarted: Error, CustomStringConvertible {
        var description: String
    }
}
