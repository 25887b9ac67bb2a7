import Foundation
import Model
import Sandbox
import TestSupport
import Testing

/// What `lifecycle: {ensure: absent}` deletes, and what keeps it from that.
@Suite("What is declared to be gone goes, where that is allowed")
struct DeclaredDeletionTests {
    private static let transition = Transition.removal
    private static let bus = "aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod"

    private func withApplied(_ body: (Reconcile, _ arguments: [String]) async throws -> Void) async throws {
        try await Reconcile.withClouds { reconcile in
            try await Neighbors.settle(in: reconcile.sandbox)
            try await withFolder(["former.yaml": Self.transition.former ?? "", "wanted.yaml": Self.transition.wanted]) { folder in
                let former = try await reconcile("apply", "-f", "\(folder)/former.yaml", "--auto-approve", "--quiet")
                #expect(former.code == 0, "\(former.output)\(former.messages)")
                let theirs = try await Neighbors.belongings(in: reconcile.sandbox)
                reconcile.sandbox.clearRequests()
                try await body(reconcile, ["-f", "\(folder)/wanted.yaml"])
                #expect(try await Neighbors.belongings(in: reconcile.sandbox) == theirs)
            }
        }
    }

    private func expectRefused(_ reconcile: Reconcile, _ arguments: [String], saying texts: String...) async throws {
        let run = try await reconcile.run(["apply", "--auto-approve", "--quiet"] + arguments)
        #expect(run.code == 3, "\(run.output)\(run.messages)")
        // Prose is broken where a line is full.
        let said = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for text in texts { #expect(said.contains(text), "\(text): \(run.output)") }
        #expect(reconcile.mutations == [])
    }

    @Test("rules, then the bus, then the integration and the queue; the second time there is nothing to do, with the flags or without")
    func order() async throws {
        try await withApplied { reconcile, wanted in
            let run = try await reconcile.run(["apply", "--auto-approve", "--quiet"] + Self.transition.flags + wanted)
            #expect(run.code == 0, "\(run.output)\(run.messages)")
            let mutations = reconcile.mutations
            let order = ["events.DeleteRule", "events.DeleteEventBus", "DELETE /api/v2/integrations/{integrationId}"].map {
                mutations.lastIndex(of: $0) ?? -1
            }
            #expect(order == order.sorted() && !order.contains(-1), "\(mutations)")
            #expect(
                mutations.lastIndex(of: "events.DeleteRule") ?? -1 < mutations.firstIndex(of: "DELETE /api/v2/routing/queues/{queueId}")
                    ?? -1)
            let left = try await Leftovers(reconcile.sandbox)
            #expect(left.names.isDisjoint(with: Self.transition.gone) && left.rules(of: "acme/prod") == [] && left.orphanedStatements == [])

            reconcile.sandbox.clearRequests()
            for flags in [Self.transition.flags, []] {
                let plan = try await reconcile.run(["plan", "--detailed-exitcode"] + flags + wanted)
                #expect(plan.code == 0, "\(plan.output)\(plan.messages)")
                #expect(try await reconcile.run(["apply", "--auto-approve"] + flags + wanted).code == 0)
            }
            #expect(reconcile.mutations == [])
        }
    }

    @Test("not without the flags, which the refusals name; a saved plan needs them again")
    func flags() async throws {
        try await withApplied { reconcile, wanted in
            try await expectRefused(
                reconcile, wanted, saying: "--allow-delete Integration/events", "--allow-delete Queue/support", "event bus \(Self.bus)")
            try await expectRefused(
                reconcile, wanted + ["--allow-delete", "Integration/events"], saying: "Queue/support would be deleted")
            try await withFolder { folder in
                let plan = try await reconcile.run(["plan", "--out", "\(folder)/plan.json"] + Self.transition.flags + wanted)
                #expect(plan.code == 0, "\(plan.output)\(plan.messages)")
                #expect(try await reconcile("apply", "\(folder)/plan.json").code == 3)
                #expect(reconcile.mutations == [])
                let run = try await reconcile.run(["apply", "\(folder)/plan.json"] + Self.transition.flags)
                #expect(run.code == 0, "\(run.output)\(run.messages)")
                #expect(try await Leftovers(reconcile.sandbox).names.isDisjoint(with: Self.transition.gone))
            }
        }
    }

    @Test("no bus while another's rule is on it, and none that one came to after a plan was saved")
    func occupied() async throws {
        try await withApplied { reconcile, wanted in
            try await withFolder { folder in
                let plan = try await reconcile.run(["plan", "--out", "\(folder)/plan.json"] + Self.transition.flags + wanted)
                #expect(plan.code == 0, "\(plan.output)\(plan.messages)")
                let rule: Value = [
                    "eventPattern": #"{"source":["others"]}"#, "state": "ENABLED", "tags": ["reconcile:stack": "others/prod"],
                    "targets": [:],
                ]
                try await reconcile.sandbox.merge(["aws": ["eventBuses": [Self.bus: ["rules": ["theirs": rule]]]]])
                try await expectRefused(
                    reconcile, wanted + Self.transition.flags, saying: "EventBus/events would be deleted, and 1 rule is left on it",
                    "others' are theirs")

                let stale = try await reconcile.run(["apply", "\(folder)/plan.json"] + Self.transition.flags)
                #expect(stale.code != 0 && !reconcile.mutations.contains("events.DeleteEventBus"), "\(stale.output)")
                #expect(!reconcile.mutations.contains("DELETE /api/v2/integrations/{integrationId}"))
                let state = try await reconcile.sandbox.state()
                #expect(state["aws"]?["eventBuses"]?[Self.bus]?["rules"]?.map?.keys.sorted() == ["theirs"])
            }
        }
    }

    @Test("a queue that people are still in goes only where its manifest says forceDelete: true")
    func members() async throws {
        try await withApplied { reconcile, wanted in
            let file = try #require(wanted.last)
            let gentle = Self.transition.wanted.replacing("  forceDelete: true\n", with: "")
            try gentle.write(toFile: file, atomically: true, encoding: .utf8)
            let arguments = ["apply", "--auto-approve", "--quiet"] + Self.transition.flags + wanted
            let run = try await reconcile.run(arguments)
            #expect(run.code == 5 && run.output.contains("forceDelete: true"), "\(run.output)\(run.messages)")
            #expect(try await Leftovers(reconcile.sandbox).names.contains("Partner Support"))

            try Self.transition.wanted.write(toFile: file, atomically: true, encoding: .utf8)
            #expect(try await reconcile.run(arguments).code == 0)
            #expect(try await !Leftovers(reconcile.sandbox).names.contains("Partner Support"))
        }
    }

    @Test("an integration that belongs to another stack is refused, flag or not")
    func anothers() async throws {
        try await withApplied { reconcile, wanted in
            let integrations = try await reconcile.sandbox.state()["genesys"]?["integrations"]?.map ?? [:]
            let id = try #require(integrations.first { $0.value["name"] == "prod-events" }?.key)
            let notes: Value = "reconcile:stack=others/prod reconcile:resource=events"
            try await reconcile.sandbox.merge(["genesys": ["integrations": [id: ["configuration": ["notes": notes]]]]])
            try await expectRefused(
                reconcile, wanted + Self.transition.flags, saying: "Integration/events belongs to the stack others/prod")
        }
    }
}
