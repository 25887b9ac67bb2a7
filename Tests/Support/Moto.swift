import Foundation
import Subprocess
import SystemPackage

/// A moto server on a free loopback port: AWS as others emulate it.
public struct Moto: Sendable {
    public var url: String

    /// Serves while `body` runs.
    ///
    /// - Throws: where `moto_server` isn't installed or doesn't start, and what `body` throws.
    public static func run<Result: Sendable>(
        environment: [String: String] = [:], _ body: @escaping @Sendable (Moto) async throws -> Result
    ) async throws -> Result {
        let outcome = try await Subprocess.run(
            Program.tool("moto_server"), arguments: ["-H", "127.0.0.1", "-p", "0"], environment: Program.isolated(environment),
            input: .none, output: .discarded, error: .sequence
        ) { execution in
            for try await line in execution.standardError.strings() {
                guard let url = line.firstMatch(of: #/Running on (http://127\.0\.0\.1:\d+)/#)?.1 else { continue }
                let result = try await body(Moto(url: String(url)))
                try execution.send(signal: .terminate)
                return result
            }
            throw NotStarted()
        }
        return outcome.closureResult
    }

    struct NotStarted: Error, CustomStringConvertible {
        var description: String { "moto_server ended before it served; `make test` installs it" }
    }
}
