import Foundation
import Model
import Sandbox
import TestSupport
import Testing

@Suite("An integration that becomes another event source is replaced")
struct ReplacementScenarioTests {
    private static let transition = Transition.replacement

    private func withApplied(_ body: (Reconcile, _ arguments: [String]) async throws -> Void) async throws {
        try await Reconcile.withClouds { reconcile in
            try await Neighbors.settle(in: reconcile.sandbox)
            try await withFolder(["former.yaml": Self.transition.former ?? "", "wanted.yaml": Self.transition.wanted]) { folder in
                let former = try await reconcile("apply", "-f", "\(folder)/former.yaml", "--auto-approve", "--quiet")
                #expect(former.code == 0, "\(former.output)\(former.messages)")
                reconcile.sandbox.clearRequests()
                try await body(reconcile, ["-f", "\(folder)/wanted.yaml"])
            }
        }
    }

    @Test("not without the flag: the refusal names both suffixes, who listens and the flag; the plan shows create and delete in that order")
    func refused() async throws {
        try await withApplied { reconcile, wanted in
            let text = try await reconcile.run(["plan"] + wanted)
            #expect(text.code == 3, "\(text.messages)")
            for part in [
                "+/- Integration/events will be replaced", "from \"prod\" to \"next\"", "2 live rules of this stack listen",
                "--allow-replace Integration/events",
                "the event bus aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod stays",
            ] { #expect(text.output.contains(part), "\(part): \(text.output)") }

            let json = try await reconcile.run(["plan"] + wanted + ["--output", "json"])
            let changes = try Value(json: Array(json.output.utf8))["resource_changes"]?.list ?? []
            #expect(changes.first { $0["address"] == "Integration/events" }?["change"]?["actions"] == ["create", "delete"])
            #expect(try await reconcile.run(["apply", "--auto-approve"] + wanted).code == 3)
            #expect(reconcile.mutations == [])
        }
    }

    @Test("the new one first, its bus and its rules next, the former last, and then there is nothing to do")
    func replaced() async throws {
        try await withApplied { reconcile, wanted in
            let theirs = try await Neighbors.belongings(in: reconcile.sandbox)
            let run = try await reconcile.run(["apply", "--auto-approve", "--quiet", "--allow-replace", "Integration/events"] + wanted)
            #expect(run.code == 0, "\(run.output)\(run.messages)")

            let order = [
                "POST /api/v2/integrations", "events.CreateEventBus", "events.PutRule", "events.PutTargets", "events.DeleteRule",
                "DELETE /api/v2/integrations/{integrationId}",
            ].map { reconcile.mutations.firstIndex(of: $0) ?? -1 }
            #expect(order == order.sorted() && !order.contains(-1), "\(reconcile.mutations)")
            #expect(reconcile.mutations.last == "DELETE /api/v2/integrations/{integrationId}")
            try await expectMoved(reconcile)
            #expect(try await Neighbors.belongings(in: reconcile.sandbox) == theirs)

            let plan = try await reconcile.run(["plan", "--detailed-exitcode"] + wanted)
            #expect(plan.code == 0, "\(plan.output)\(plan.messages)")
        }
    }

    @Test("a saved plan of it needs the flag again where it is applied, and does the same")
    func saved() async throws {
        try await withApplied { reconcile, wanted in
            try await withFolder { folder in
                let plan = try await reconcile.run(
                    ["plan", "--out", "\(folder)/plan.json", "--allow-replace", "Integration/events"] + wanted)
                #expect(plan.code == 0, "\(plan.output)\(plan.messages)")
                #expect(try await reconcile("apply", "\(folder)/plan.json").code == 3)
                #expect(reconcile.mutations == [])
                let run = try await reconcile("apply", "\(folder)/plan.json", "--allow-replace", "Integration/events")
                #expect(run.code == 0, "\(run.output)\(run.messages)")
                try await expectMoved(reconcile)
            }
        }
    }

    private func expectMoved(_ reconcile: Reconcile) async throws {
        let state = try await reconcile.sandbox.state()
        let ours = (state["genesys"]?["integrations"]?.map ?? [:]).values.filter { $0["name"]?.string?.hasPrefix("prod-events") == true }
        #expect(ours.map { $0["name"] } == ["prod-events"])
        #expect(ours.first?["configuration"]?["properties"]?["eventSourceSuffix"] == "next")
        let buses = state["aws"]?["eventBuses"]?.map ?? [:]
        let former = buses["aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod"]
        #expect(former != nil && former?["rules"] == [:])
        let left = try await Leftovers(reconcile.sandbox)
        #expect(left.rules(of: "acme/prod") == Self.transition.rules && left.orphanedStatements == [] && left.duplicates == [])
    }
}
