import Foundation
import Subprocess

/// AWS as others emulate it, on a free loopback port (`.ci/requirements.txt`).
public enum Emulator: String, CaseIterable, Sendable {
    case moto
    case ministack

    private var program: String { self == .moto ? "moto_server" : "ministack" }

    private var arguments: Arguments { self == .moto ? ["-H", "127.0.0.1", "-p", "0"] : [] }

    private var variables: [String: String] {
        self == .moto ? [:] : ["GATEWAY_PORT": "0", "BIND_HOST": "127.0.0.1", "SFTP_ENABLED": "0", "IOT_MTLS_ENABLED": "0"]
    }

    /// The keys that reach the account 123456789012; ministack takes the account from the id.
    public var credentials: [String: String] {
        ["AWS_ACCESS_KEY_ID": self == .moto ? "none" : "123456789012", "AWS_SECRET_ACCESS_KEY": "none"]
    }

    /// Serves while `body` runs.
    ///
    /// - Parameter environment: the emulator's own variables, such as moto's `INITIAL_NO_AUTH_ACTION_COUNT`.
    /// - Throws: `NotStarted` where the program isn't installed or ends before it serves, and what `body` throws.
    public func run<Result: Sendable>(
        environment: [String: String] = [:], _ body: @escaping @Sendable (_ url: String) async throws -> Result
    ) async throws -> Result {
        do {
            return try await Subprocess.run(
                Program.tool(program), arguments: arguments, environment: Program.isolated(variables.merging(environment) { $1 }),
                input: .none, output: .discarded, error: .sequence
            ) { execution in
                let (urls, found) = AsyncStream.makeStream(of: String.self)
                return try await withThrowingTaskGroup(of: Void.self) { group in
                    // Read to its end, since the server stands still when nobody takes its log.
                    group.addTask {
                        defer { found.finish() }
                        for try await line in execution.standardError.strings() {
                            if let url = line.firstMatch(of: #/Running on (http://127\.0\.0\.1:\d+)/#)?.1 { found.yield(String(url)) }
                        }
                    }
                    defer { try? execution.send(signal: .terminate) }
                    var announced = urls.makeAsyncIterator()
                    guard let url = await announced.next() else { throw NotStarted(description: "\(program) ended before it served") }
                    return try await body(url)
                }
            }.closureResult
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw NotStarted(description: "\(program) is neither in RECONCILE_TOOLS/bin nor in the PATH: `make test` installs it")
        }
    }

    struct NotStarted: Error, CustomStringConvertible {
        var description: String
    }
}
