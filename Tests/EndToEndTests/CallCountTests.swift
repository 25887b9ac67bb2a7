import Model
import Sandbox
import TestSupport
import Testing

@Suite("Calls: as few as the services allow")
struct CallCountTests {
    @Test(
        "N new rules take 2N writes and one for each policy, and a plan without changes takes a listing a hundred, one call a rule, the tags and the policy",
        arguments: [10, 250])
    func figures(rules: Int) async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": manifests(rules: rules)]) { folder in
                let applied = try await reconcile("apply", "-f", folder, "--auto-approve", "--quiet")
                #expect(applied.code == 0, "\(applied.messages)")
                #expect(reconcile.calls["events.PutRule"] == rules)
                #expect(reconcile.calls["events.PutTargets"] == rules)
                #expect(reconcile.calls["sqs.SetQueueAttributes"] == 1)
                #expect(reconcile.mutations.count == 2 * rules + 1)
                #expect(reconcile.calls["events.ListTargetsByRule"] == rules)

                reconcile.sandbox.clearRequests()
                let plan = try await reconcile("plan", "-f", folder, "--detailed-exitcode")
                #expect(plan.code == 0)
                let pages = (rules + 99) / 100
                #expect(
                    reconcile.calls == [
                        "events.ListRules": pages, "events.ListTargetsByRule": rules, "tagging.GetResources": pages,
                        "sqs.GetQueueAttributes": 1,
                    ])
            }
        }
    }

    @Test("statements of many rules for one queue are written together, and read in one call")
    func oneQueue() async throws {
        try await Reconcile.withClouds { reconcile in
            let perRule = manifests(rules: 10).replacing("  defaults: {permission: perBus}\n", with: "")
            try await withFolder(["set.yaml": perRule]) { folder in
                let applied = try await reconcile("apply", "-f", folder, "--auto-approve", "--quiet")
                #expect(applied.code == 0, "\(applied.messages)")
                #expect(reconcile.mutations.count == 21)
                // Before the plan, before the write, and to prove it.
                #expect(reconcile.calls["sqs.GetQueueAttributes"] == 3)
                #expect(reconcile.calls["sqs.SetQueueAttributes"] == 1)
            }
        }
    }

    @Test(
        "where one rule of many has drifted, an apply looks again at that one alone; of a saved plan at no other", arguments: [false, true])
    func oneDrifted(isSaved: Bool) async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["set.yaml": manifests(rules: 120)]) { folder in
                let applied = try await reconcile("apply", "-f", folder, "--auto-approve", "--quiet")
                #expect(applied.code == 0, "\(applied.messages)")
                try await reconcile.sandbox.merge(["aws": ["eventBuses": ["default": ["rules": ["rule-7": ["state": "DISABLED"]]]]]])

                let saved = folder + "/plan.json"
                if isSaved { #expect(try await reconcile("plan", "-f", folder, "--out", saved, "--quiet").code == 0) }
                reconcile.sandbox.clearRequests()
                let mended = try await reconcile.run(["apply"] + (isSaved ? [saved] : ["-f", folder, "--auto-approve"]))
                #expect(mended.code == 0, "\(mended.messages)")
                #expect(reconcile.mutations.count == 1)
                // Of a saved plan: before the change, and to prove it.
                #expect(reconcile.calls["events.ListTargetsByRule"] == (isSaved ? 2 : 121))
                #expect(reconcile.calls["events.ListRules"] == 4)
            }
        }
    }

    private func manifests(rules: Int) -> String {
        let stack = """
            apiVersion: reconcile/v1
            kind: Stack
            metadata: {name: many}
            spec:
              defaults: {permission: perBus}
              owner: acme/telephony
              genesys: {region: us-east-1, api: platform}
              aws: {region: us-east-1, accountId: "123456789012"}
            """
        let documents = (0..<rules).map { index in
            """
            apiVersion: reconcile/v1
            kind: Rule
            metadata: {name: rule-\(index)}
            spec:
              eventBusName: default
              eventPattern: {source: [genesys.cloud], detail: {queueId: [{prefix: "queue-\(index)-"}]}}
              targets:
                main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}
            """
        }
        return ([stack] + documents).joined(separator: "\n---\n") + "\n"
    }
}
