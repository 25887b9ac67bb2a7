import Model
import Sandbox
import TestSupport
import Testing

@Suite("A bus whose event source the partner has deleted is made anew")
struct LostEventSourceScenarioTests {
    private static let transition = Transition.lostSource
    private static let bus = "aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod"

    private func withLostSource(_ body: (Reconcile, _ arguments: [String]) async throws -> Void) async throws {
        try await Reconcile.withClouds {
            $0.revivesEventSources = false
        } _: { reconcile in
            try await Neighbors.settle(in: reconcile.sandbox)
            try await withFolder(["former.yaml": Self.transition.former ?? "", "wanted.yaml": Self.transition.wanted]) { folder in
                let former = try await reconcile("apply", "-f", "\(folder)/former.yaml", "--auto-approve", "--quiet")
                #expect(former.code == 0, "\(former.output)\(former.messages)")
                try await Self.transition.unsettle(reconcile.sandbox)
                let theirs = try await Neighbors.belongings(in: reconcile.sandbox)
                reconcile.sandbox.clearRequests()
                try await body(reconcile, ["-f", "\(folder)/wanted.yaml"])
                #expect(try await Neighbors.belongings(in: reconcile.sandbox) == theirs)
            }
        }
    }

    @Test("not without the flag: the refusal names the bus, what goes along, and the flag")
    func refused() async throws {
        try await withLostSource { reconcile, wanted in
            for command in [["plan"], ["apply", "--auto-approve"]] {
                let run = try await reconcile.run(command + wanted)
                let said = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(run.code == 3, "\(run.output)\(run.messages)")
                for text in ["-/+ EventBus/events will be replaced", "Rule/ended, Rule/second", "--allow-replace EventBus/events"] {
                    #expect(said.contains(text), "\(text): \(run.output)")
                }
            }
            #expect(reconcile.mutations == [])
        }
    }

    @Test("the stack's rules go, then the bus; the new one comes with them on it, and then there is nothing to do")
    func remade() async throws {
        try await withLostSource { reconcile, wanted in
            let apply = ["apply", "--auto-approve", "--quiet"] + Self.transition.flags + wanted
            let run = try await reconcile.run(apply)
            #expect(run.code == 0, "\(run.output)\(run.messages)")
            let order = [
                reconcile.mutations.lastIndex(of: "events.DeleteRule"), reconcile.mutations.firstIndex(of: "events.DeleteEventBus"),
                reconcile.mutations.firstIndex(of: "events.CreateEventBus"), reconcile.mutations.firstIndex(of: "events.PutRule"),
            ].map { $0 ?? -1 }
            #expect(order == order.sorted() && !order.contains(-1), "\(reconcile.mutations)")
            #expect(try await reconcile.sandbox.state()["aws"]?["eventSources"]?[Self.bus]?["state"] == "ACTIVE")
            let left = try await Leftovers(reconcile.sandbox)
            #expect(left.rules(of: "acme/prod") == Self.transition.rules && left.orphanedStatements == [])

            reconcile.sandbox.clearRequests()
            #expect(try await reconcile.run(["apply", "--auto-approve"] + wanted).code == 0)
            #expect(try await reconcile.run(["plan", "--detailed-exitcode"] + wanted).code == 0)
            #expect(reconcile.mutations == [])
        }
    }

    @Test("where the source doesn't come back with its integration, the apply that enables it says what helps")
    func enabled() async throws {
        try await withLostSource { reconcile, wanted in
            let integrations = try await reconcile.sandbox.state()["genesys"]?["integrations"]?.map ?? [:]
            let id = try #require(integrations.first { $0.value["name"] == "prod-events" }?.key)
            try await reconcile.sandbox.merge(["genesys": ["integrations": [id: ["intendedState": "DISABLED"]]]])
            let plan = try await reconcile.run(["plan"] + wanted)
            #expect(plan.code == 0 && !plan.output.contains("EventBus/events will be replaced"), "\(plan.output)\(plan.messages)")
            let run = try await reconcile.run(["apply", "--auto-approve", "--quiet"] + wanted)
            let said = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(run.code == 1 && said.contains("--allow-replace EventBus/events"), "\(run.output)\(run.messages)")
            #expect(try await reconcile.run(["apply", "--auto-approve", "--quiet"] + Self.transition.flags + wanted).code == 0)
        }
    }

    @Test("not while a rule of others is on it, which the refusal names")
    func occupied() async throws {
        try await withLostSource { reconcile, wanted in
            let rule: Value = ["eventPattern": #"{"source":["others"]}"#, "state": "ENABLED", "tags": [:], "targets": [:]]
            try await reconcile.sandbox.merge(["aws": ["eventBuses": [Self.bus: ["rules": ["theirs": rule]]]]])
            let run = try await reconcile.run(["apply", "--auto-approve"] + Self.transition.flags + wanted)
            #expect(run.code == 3 && run.output.contains("theirs"), "\(run.output)\(run.messages)")
            #expect(reconcile.mutations == [])
        }
    }
}
