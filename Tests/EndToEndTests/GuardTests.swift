import Model
import Sandbox
import TestSupport
import Testing

@Suite("Safety rules, as the program keeps them")
struct GuardTests {
    private static let whole = """
        apiVersion: reconcile/v1
        kind: Stack
        metadata: {name: prod}
        spec:
          owner: acme/telephony
          genesys: {region: us-east-1, api: platform}
          aws: {region: us-east-1, accountId: "123456789012"}
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: ended}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud]}
          targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}
        """

    private static var withoutTarget: String {
        whole.replacing("  targets: {main: {arn: \"arn:aws:sqs:us-east-1:123456789012:ended\"}}", with: "")
    }

    @Test("a refused plan is printed, saved, and applied only with the flag that allows it")
    func savedRefusal() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": Self.whole, "less.yaml": Self.withoutTarget]) { folder in
                let first = try await reconcile("apply", "-f", "\(folder)/set.yaml", "--auto-approve")
                #expect(first.code == 0, "\(first.output)\(first.messages)")
                reconcile.sandbox.clearRequests()

                let plan = try await reconcile("plan", "-f", "\(folder)/less.yaml", "--out", "\(folder)/plan.json")
                #expect(
                    plan.code == 3 && plan.output.contains("[last-target]") && plan.output.contains("Target/ended/main will be deleted"))
                let refused = try await reconcile("apply", "\(folder)/plan.json")
                #expect(refused.code == 3 && refused.output.contains("[last-target]"))
                #expect(reconcile.mutations == [])

                let allowed = try await reconcile("apply", "\(folder)/plan.json", "--allow-no-target", "Rule/ended")
                #expect(allowed.code == 0, "\(allowed.output)\(allowed.messages)")
                #expect(reconcile.mutations == ["events.RemoveTargets"])
            }
        }
    }

    @Test("what is no address is a usage error")
    func usage() async throws {
        try await Reconcile.withClouds { reconcile in
            let run = try await reconcile("plan", "-f", "manifests/tutorial", "--allow-replace", "events")
            #expect(run.code == 64)
        }
    }
}
