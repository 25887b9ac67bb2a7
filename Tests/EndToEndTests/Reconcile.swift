import Foundation
import Model
import Sandbox
import TestSupport
import Testing

/// The `reconcile` program as a user runs it, from the project's folder, against local clouds.
struct Reconcile: Sendable {
    var sandbox: Sandbox
    var environment: [String: String]

    /// Runs `body` with local clouds of its own, whose ids count from 1.
    static func withClouds<Result: Sendable>(
        _ configure: (inout SandboxConfiguration) -> Void = { _ in }, _ body: (Reconcile) async throws -> Result
    ) async throws -> Result {
        var configuration = SandboxConfiguration()
        configuration.makeID = SandboxConfiguration.sequentialIDs()
        configuration.verifiesSignatures = true
        configure(&configuration)
        return try await Sandbox.run(configuration) { sandbox in
            let variables = Dictionary(sandbox.environment.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            return try await body(Reconcile(sandbox: sandbox, environment: variables))
        }
    }

    func callAsFunction(_ arguments: String..., input: String = "") async throws -> Run { try await run(arguments, input: input) }

    /// Whatever a run of any test prints, no secret of its environment is in it.
    func run(_ arguments: [String], input: String = "") async throws -> Run {
        let run = try await Program.run(
            Program.built("reconcile"), arguments, environment: environment, input: input, in: Self.project.path)
        for (name, secret) in secrets {
            #expect(!run.output.contains(secret) && !run.messages.contains(secret), "\(name) is in what \(arguments) prints")
        }
        return run
    }

    /// What must never be printed, by the name of its variable.
    private var secrets: [String: String] {
        environment.filter { name, value in
            ["SECRET", "_TOKEN", "PASSWORD"].contains(where: name.contains) && !name.hasSuffix("_FILE") && value.count >= 8
        }
    }

    func with(_ variables: [String: String?]) -> Reconcile {
        var other = self
        for (name, value) in variables { other.environment[name] = value }
        return other
    }

    /// The mutating requests since the log was cleared.
    var mutations: [String] { sandbox.requests.filter(\.isMutating).map(\.operation) }

    /// How often each operation was called since the log was cleared.
    var calls: [String: Int] { sandbox.requests.reduce(into: [:]) { $0[$1.operation, default: 0] += 1 } }

    /// AWS's own command line, against the same endpoint.
    @discardableResult
    func aws(_ arguments: String...) async throws -> Run {
        let run = try await Program.run(Program.tool("aws"), arguments, environment: environment)
        #expect(run.code == 0, "aws \(arguments.joined(separator: " ")): \(run.messages)")
        return run
    }

    /// What somebody does in the console: an edit behind the manifests' back.
    func disable(_ rule: String, on bus: String) async throws {
        try await aws("events", "disable-rule", "--name", rule, "--event-bus-name", bus)
    }

    static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The Stack of most sets: the sandbox's account and organization, through the tutorial's API.
    static func stack(_ name: String) -> String {
        """
        apiVersion: reconcile/v1
        kind: Stack
        metadata: {name: \(name)}
        spec:
          owner: acme/telephony
          genesys: {region: us-east-1, api: platform}
          aws: {region: us-east-1, accountId: "123456789012"}
        """
    }
}

/// A folder of a test's own, gone at its end.
@discardableResult
func withFolder<Result>(_ files: [String: String] = [:], _ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reconcile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try await body(folder.path)
}
