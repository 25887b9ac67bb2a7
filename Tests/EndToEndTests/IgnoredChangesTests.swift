import Model
import Sandbox
import TestSupport
import Testing

@Suite("Fields whose changes are ignored stay as people set them")
struct IgnoredChangesScenarioTests {
    private static let bus = "aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod"

    private static func set(description: String) -> String {
        Transition.set(
            queue: "For partners.", topics: "acd.end",
            rules: [
                Transition.rule(
                    "ended", targets: ", other: {arn: \"arn:aws:sqs:us-east-1:123456789012:ended\"}",
                    lifecycle: ", description: \(description), lifecycle: {ignoreChanges: [state, targets.other.input]}")
            ]
        ).replacing("  name: Partner Support\n", with: "  name: Partner Support\n  lifecycle: {ignoreChanges: [description]}\n")
            .replacing("eventSourceSuffix: prod}", with: "eventSourceSuffix: prod, lifecycle: {ignoreChanges: [topics]}}")
    }

    @Test("a disabled rule, a target's input, a queue's text, an integration's topics: no change, and kept by the next one")
    func kept() async throws {
        try await Reconcile.withClouds { reconcile in
            try await Neighbors.settle(in: reconcile.sandbox)
            try await withFolder(["set.yaml": Self.set(description: "first"), "next.yaml": Self.set(description: "second")]) { folder in
                let first = try await reconcile("apply", "-f", "\(folder)/set.yaml", "--auto-approve")
                #expect(first.code == 0, "\(first.output)\(first.messages)")
                try await byHand(reconcile)
                let before = try await reconcile.sandbox.state()
                reconcile.sandbox.clearRequests()
                let plan = try await reconcile("plan", "-f", "\(folder)/set.yaml", "--detailed-exitcode")
                #expect(plan.code == 0, "\(plan.output)\(plan.messages)")

                for run in 1...2 {
                    let next = try await reconcile("apply", "-f", "\(folder)/next.yaml", "--auto-approve")
                    #expect(next.code == 0, "\(next.output)\(next.messages)")
                    #expect(reconcile.mutations == ["events.PutRule"], "run \(run)")
                }
                let after = try await reconcile.sandbox.state()
                #expect(after["genesys"]?["queues"] == before["genesys"]?["queues"])
                #expect(after["genesys"]?["integrations"] == before["genesys"]?["integrations"])
                let rule = after["aws"]?["eventBuses"]?[Self.bus]?["rules"]?["Ended"]
                #expect(rule?["state"] == "DISABLED" && rule?["description"] == "second")
                #expect(rule?["targets"]?["other"]?["Input"] == "{}")
            }
        }
    }

    private func byHand(_ reconcile: Reconcile) async throws {
        let state = try await reconcile.sandbox.state()["genesys"]
        let queue = try #require(state?["queues"]?.map?.first { $0.value["fields"]?["name"] == "Partner Support" }?.key)
        let integration = try #require(state?["integrations"]?.map?.first { $0.value["name"] == "prod-events" }?.key)
        let topics: Value = ["v2.detail.events.conversation.{id}.acw"]
        try await reconcile.sandbox.merge([
            "genesys": [
                "queues": [queue: ["fields": ["description": "Ask Ann."]]],
                "integrations": [integration: ["configuration": ["properties": ["eventFilter": topics]]]],
            ],
            "aws": ["eventBuses": [Self.bus: ["rules": ["Ended": ["state": "DISABLED", "targets": ["other": ["Input": "{}"]]]]]]],
        ])
    }
}
