import Foundation
import Model
import Sandbox
import TestSupport
import Testing

@Suite("reconcile permissions")
struct PermissionsCommandTests {
    private let golden = Golden("Scenarios/002-partner-bus", testFile: #filePath)

    @Test(
        "prints the IAM policy, and Genesys Cloud's permissions on the side, without a cloud and without credentials",
        arguments: ["plan", "apply"])
    func printed(purpose: String) async throws {
        let run = try await Program.run(
            Program.built("reconcile"), ["permissions", "-f", "manifests/partner-bus", "--for", purpose], in: Reconcile.project.path)
        #expect(run.code == 0, "\(run.messages)")
        try golden.expect(run.output, "permissions-\(purpose).json")
        #expect(run.messages.contains("integrations:integration:view"))
        #expect(run.messages.contains("routing:queue:add") == (purpose == "apply"))
    }

    @Test("what plan and apply call is what it allows", arguments: ["manifests/partner-bus", "manifests/tutorial"])
    func sufficient(manifests: String) async throws {
        try await Reconcile.withClouds { reconcile in
            for command in [["plan"], ["apply", "--auto-approve"], ["plan"]] {
                reconcile.sandbox.clearRequests()
                let run = try await reconcile.run(command + ["-f", manifests])
                #expect(run.code == 0, "\(run.output)\(run.messages)")
                let allowed = try await allowed(reconcile, manifests, command[0])
                let called = Set(
                    reconcile.sandbox.requests.filter { $0.system == .aws }.map { call in
                        call.operation.replacing("tagging.", with: "tag:").replacing(".", with: ":")
                    })
                #expect(!called.isEmpty && called.isSubset(of: allowed), "\(called.subtracting(allowed))")
            }
        }
    }

    private func allowed(_ reconcile: Reconcile, _ manifests: String, _ purpose: String) async throws -> Set<String> {
        let policy = try Value(json: try await reconcile("permissions", "-f", manifests, "--for", purpose).output)
        return Set(policy["Statement"]?.list?.flatMap { $0["Action"]?.strings ?? [] } ?? [])
    }
}
