import Foundation
import Model
import Sandbox
import TestSupport
import Testing

/// The ownership table of `docs/guides/ownership.md`, row by row. Whatever is applied is applied twice, and the second time changes nothing.
@Suite("Whose a live object is decides what may be done to it")
struct OwnershipScenarioTests {
    private typealias Declare = (String) throws -> [String]

    private static let wanted = set(Transition.rule("ended"))
    private static let bus = "aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod"
    private static let topic = "v2.detail.events.conversation.{id}."

    private static func set(topics: String = "acd.end", _ rules: String...) -> String {
        Transition.set(queue: "For partners.", topics: topics, rules: rules)
    }

    /// Clouds as an apply leaves them, others' things beside it, and a folder in which to declare something else.
    private func withApplied(_ first: String = wanted, _ body: (Reconcile, Declare) async throws -> Void) async throws {
        try await Reconcile.withClouds { reconcile in
            try await Neighbors.settle(in: reconcile.sandbox)
            try await withFolder { folder in
                let declare: Declare = { text in
                    try text.write(toFile: "\(folder)/set.yaml", atomically: true, encoding: .utf8)
                    return ["apply", "-f", "\(folder)/set.yaml", "--auto-approve", "--quiet"]
                }
                try await expectApplied(reconcile, declare(first))
                let theirs = try await Neighbors.belongings(in: reconcile.sandbox)
                reconcile.sandbox.clearRequests()
                try await body(reconcile, declare)
                #expect(try await Neighbors.belongings(in: reconcile.sandbox) == theirs)
            }
        }
    }

    /// Applies, and applies again: the second time changes nothing. Answers with the mutating calls of the first.
    @discardableResult
    private func expectApplied(
        _ reconcile: Reconcile, _ arguments: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) async throws -> [String] {
        reconcile.sandbox.clearRequests()
        let first = try await reconcile.run(arguments)
        #expect(first.code == 0, "\(first.output)\(first.messages)", sourceLocation: sourceLocation)
        let mutations = reconcile.mutations
        reconcile.sandbox.clearRequests()
        let second = try await reconcile.run(arguments)
        #expect(second.code == 0 && reconcile.mutations == [], "\(second.output)\(second.messages)", sourceLocation: sourceLocation)
        return mutations
    }

    /// A run that ends with a code, says what it should, and changes nothing.
    private func expectRefused(
        _ reconcile: Reconcile, _ arguments: [String], code: Int = 3, saying texts: String...,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) async throws {
        reconcile.sandbox.clearRequests()
        let run = try await reconcile.run(arguments)
        let said = run.output + run.messages
        #expect(run.code == code && texts.allSatisfy(said.contains), "\(said)", sourceLocation: sourceLocation)
        #expect(reconcile.mutations == [], sourceLocation: sourceLocation)
    }

    private func edit(_ reconcile: Reconcile, rule changes: Value) async throws {
        try await reconcile.sandbox.merge(["aws": ["eventBuses": [Self.bus: ["rules": ["Ended": changes]]]]])
    }

    private func edit(_ reconcile: Reconcile, integration changes: Value) async throws {
        let integrations = try await reconcile.sandbox.state()["genesys"]?["integrations"]?.map ?? [:]
        let id = try #require(integrations.first { $0.value["name"] == "prod-events" }?.key)
        try await reconcile.sandbox.merge(["genesys": ["integrations": [id: changes]]])
    }

    private func edit(_ reconcile: Reconcile, queueNamed name: String, _ fields: Value) async throws {
        let queues = try await reconcile.sandbox.state()["genesys"]?["queues"]?.map ?? [:]
        let id = try #require(queues.first { $0.value["fields"]?["name"]?.string == name }?.key)
        try await reconcile.sandbox.merge(["genesys": ["queues": [id: ["fields": fields]]]])
    }

    private func integration(_ reconcile: Reconcile) async throws -> Value? {
        try await reconcile.sandbox.state()["genesys"]?["integrations"]?.map?.values.first { $0["name"] == "prod-events" }
    }

    private func rules(_ reconcile: Reconcile) async throws -> [String: Value] {
        try await reconcile.sandbox.state()["aws"]?["eventBuses"]?[Self.bus]?["rules"]?.map ?? [:]
    }

    // MARK: Mark, prune, adoption, another's mark

    @Test(
        "what a stack makes carries its mark: tags on the rule, a Sid of its own in the function's policy, a line in the integration's notes"
    )
    func mark() async throws {
        try await withApplied { reconcile, _ in
            let tags = try await rules(reconcile)["Ended"]?["tags"]
            #expect(tags == ["reconcile:stack": "acme/prod", "reconcile:resource": "ended"])
            let state = try await reconcile.sandbox.state()
            let policy = state["aws"]?["functions"]?["ProcessGenesysEndEvents"]?["statements"]?[""]?.list ?? []
            #expect(policy.contains { $0["Sid"]?.string?.hasPrefix("reconcile-acme-prod-") == true })
            let notes = try await integration(reconcile)?["configuration"]?["notes"]
            #expect(notes == .string("reconcile:stack=acme/prod reconcile:resource=events reconcile:topics=\(Self.topic)acd.end"))
        }
    }

    @Test("what carries the mark and is declared no more goes: permission, target, rule")
    func prune() async throws {
        try await withApplied(Self.set(Transition.rule("ended"), Transition.rule("old", function: "Before"))) { reconcile, declare in
            let mutations = try await expectApplied(reconcile, declare(Self.wanted))
            #expect(mutations == ["lambda.RemovePermission", "events.RemoveTargets", "events.DeleteRule"])
            let left = try await Leftovers(reconcile.sandbox)
            #expect(left.rules(of: "acme/prod") == ["Ended"] && left.orphanedStatements == [])
        }
    }

    @Test("a plan that prunes beyond the budget is refused with the numbers, for the usual cause is a wrong -f")
    func budget() async throws {
        let many = Self.set(Transition.rule("a"), Transition.rule("b"), Transition.rule("c")).replacing(
            "maxDeletes: 20", with: "maxDeletes: 1")
        try await withApplied(many) { reconcile, declare in
            let one = Self.set(Transition.rule("a")).replacing("maxDeletes: 20", with: "maxDeletes: 1")
            try await expectRefused(
                reconcile, declare(one), saying: "the plan deletes 2 resources, and 1 may be deleted",
                "3 live rules carry the mark of acme/prod",
                "--max-deletes 2")
            try await expectApplied(reconcile, declare(one) + ["--max-deletes", "2"])
            #expect(try await Leftovers(reconcile.sandbox).rules(of: "acme/prod") == ["A"])
        }
    }

    @Test("a rule without a mark is refused, and taken over with --adopt or by its manifest", arguments: [true, false])
    func adoption(byFlag: Bool) async throws {
        try await withApplied { reconcile, declare in
            try await edit(reconcile, rule: ["tags": ["reconcile:stack": .null, "reconcile:resource": .null]])
            try await expectRefused(reconcile, declare(Self.wanted), saying: "--adopt", "adopt: true")

            let adopting = Self.set(Transition.rule("ended", lifecycle: ", lifecycle: {adopt: true}"))
            let arguments = try byFlag ? declare(Self.wanted) + ["--adopt"] : declare(adopting)
            #expect(
                try await reconcile.run(["plan"] + arguments[1...2] + (byFlag ? ["--adopt"] : [])).output.contains("taken over (adopted)"))
            #expect(try await expectApplied(reconcile, arguments) == ["events.TagResource"])
            #expect(try await Leftovers(reconcile.sandbox).rules(of: "acme/prod") == ["Ended"])
        }
    }

    @Test("an integration without a mark is refused, and taken over with --adopt; what people wrote into its notes stays")
    func integrationAdoption() async throws {
        try await withApplied { reconcile, declare in
            try await edit(reconcile, integration: ["configuration": ["notes": "Ask Ann"]])
            try await expectRefused(reconcile, declare(Self.wanted), saying: "Integration/events exists already", "--adopt")
            try await expectApplied(reconcile, declare(Self.wanted) + ["--adopt"])
            let notes = try await integration(reconcile)?["configuration"]?["notes"]?.string ?? ""
            #expect(notes.hasPrefix("Ask Ann\nreconcile:stack=acme/prod "), "\(notes)")
        }
    }

    @Test("another's rule is refused, --adopt or not, whether it differs or not", arguments: [[], ["--adopt"]], ["Theirs", nil])
    func anothersRule(flags: [String], description: String?) async throws {
        try await withApplied { reconcile, declare in
            try await edit(
                reconcile, rule: ["description": description.map(Value.string) ?? .null, "tags": ["reconcile:stack": "others/prod"]])
            try await expectRefused(reconcile, declare(Self.wanted) + flags, saying: "Rule/ended belongs to the stack others/prod")
        }
    }

    @Test("a rule that AWS manages is refused")
    func managed() async throws {
        try await withApplied { reconcile, declare in
            try await edit(reconcile, rule: ["managedBy": "schemas.amazonaws.com"])
            try await expectRefused(reconcile, declare(Self.wanted), saying: "Rule/ended is managed by schemas.amazonaws.com")
        }
    }

    // MARK: Integrations

    @Test("to another's integration topics are contributed, and withdrawn again; nothing else of it is changed")
    func contribution() async throws {
        try await withApplied { reconcile, declare in
            let mark = "reconcile:stack=others/prod reconcile:resource=events reconcile:topics=\(Self.topic)acd.end"
            try await edit(reconcile, integration: ["configuration": ["notes": .string("Ask Ann\n\(mark)")]])
            for topics in ["acd.end, acw", "acd.end"] {
                try await expectApplied(reconcile, declare(Self.set(topics: topics, Transition.rule("ended"))))
                let notes = try await integration(reconcile)?["configuration"]?["notes"]?.string ?? ""
                #expect(notes.contains("Ask Ann\n\(mark)"), "\(notes)")
                let live = try await integration(reconcile)?["configuration"]?["properties"]?.json ?? ""
                #expect(live.contains("acd.end") && live.contains("{id}.acw") == topics.contains("acw"), "\(live)")
            }
            try await edit(reconcile, integration: ["intendedState": "DISABLED"])
            try await expectRefused(reconcile, declare(Self.wanted), saying: "others/prod")
        }
    }

    @Test("others' topics on an integration of ours stay, unless the manifest says that its list is whole", arguments: [true, false])
    func topics(exclusive: Bool) async throws {
        try await withApplied { reconcile, declare in
            try await edit(
                reconcile,
                integration: [
                    "configuration": ["properties": ["eventFilter": [.string("\(Self.topic)acd.end"), .string("\(Self.topic)wrapup")]]]
                ])
            let policy = exclusive ? "topicsPolicy: exclusive, topics" : "topics"
            try await expectApplied(
                reconcile, declare(Self.wanted.replacing("topics: [acd.end], eventSource", with: "\(policy): [acd.end], eventSource")))
            let live = try await integration(reconcile)?["configuration"]?["properties"]?["eventFilter"]
            #expect(live == .list(([Self.topic + "acd.end"] + (exclusive ? [] : [Self.topic + "wrapup"])).map(Value.string)))
        }
    }

    @Test("an integration that was only begun is finished")
    func halfMade() async throws {
        try await Reconcile.withClouds { reconcile in
            try await reconcile.sandbox.merge([
                "genesys": [
                    "integrations": [
                        "00000000-0000-4000-8000-0000000000cc": [
                            "name": "prod-events", "typeID": "amazon-eventbridge-source", "intendedState": "DISABLED",
                            "stateChangedAt": "2026-01-01T00:00:00Z",
                            "configuration": ["version": 1, "notes": "", "properties": [:], "advanced": [:], "credentials": [:]],
                        ]
                    ]
                ]
            ])
            try await withFolder(["set.yaml": Self.wanted]) { folder in
                let mutations = try await expectApplied(reconcile, ["apply", "-f", folder, "--auto-approve", "--quiet"])
                #expect(!mutations.contains("POST /api/v2/integrations"))
                #expect(try await Leftovers(reconcile.sandbox).duplicates == [])
            }
        }
    }

    // MARK: Rules, targets, permissions

    @Test("a rule gets another live name only where the manifest knows the former one")
    func renamed() async throws {
        try await withApplied { reconcile, declare in
            func declared(_ lifecycle: String) -> String { Self.set(Transition.rule("ended", name: "NewName", lifecycle: lifecycle)) }
            try await expectRefused(reconcile, declare(declared("")), code: 1, saying: "previousNames: [Ended]")
            try await expectApplied(reconcile, declare(declared(", lifecycle: {previousNames: [Ended]}")))
            let left = try await Leftovers(reconcile.sandbox)
            #expect(left.rules(of: "acme/prod") == ["NewName"] && left.orphanedStatements == [])
        }
    }

    @Test("an undeclared target on a rule of ours is removed, unless the manifest says that others may add some", arguments: [true, false])
    func undeclaredTarget(shared: Bool) async throws {
        try await withApplied { reconcile, declare in
            try await edit(reconcile, rule: ["targets": ["extra": ["Id": "extra", "Arn": "arn:aws:sqs:us-east-1:123456789012:ended"]]])
            let declared = Self.set(Transition.rule("ended", lifecycle: shared ? ", targetsPolicy: shared" : ""))
            #expect(try await expectApplied(reconcile, declare(declared)) == (shared ? [] : ["events.RemoveTargets"]))
            #expect(try await rules(reconcile)["Ended"]?["targets"]?.map?.keys.contains("extra") == shared)
        }
    }

    @Test("a permission moves with its target: the new one first, the old one last, and the rule remembers it in between")
    func moved() async throws {
        try await withApplied { reconcile, declare in
            let mutations = try await expectApplied(reconcile, declare(Self.set(Transition.rule("ended", function: "After"))))
            #expect(
                mutations == [
                    "lambda.AddPermission", "events.TagResource", "events.PutTargets", "lambda.RemovePermission", "events.UntagResource",
                ])
            #expect(try await Leftovers(reconcile.sandbox).orphanedStatements == [])
        }
    }

    // MARK: Queues

    @Test("a queue that was renamed by hand isn't made again: it is named, and renamed back where the manifest knows that name")
    func renamedQueue() async throws {
        try await withApplied { reconcile, declare in
            try await edit(reconcile, queueNamed: "Partner Support", ["name": "Care"])
            try await expectRefused(
                reconcile, declare(Self.wanted), code: 1, saying: "Queue/support was renamed", "\"Care\"", "previousNames: [\"Care\"]")

            let knowing = Self.wanted.replacing(
                "name: Partner Support\n", with: "name: Partner Support\n  lifecycle: {previousNames: [Care]}\n")
            #expect(try await expectApplied(reconcile, declare(knowing)) == ["PUT /api/v2/routing/queues/{queueId}"])
            #expect(try await Leftovers(reconcile.sandbox).duplicates == [])
        }
    }

    // MARK: What is never pruned

    @Test("queue, integration and bus that are declared no more are left, while their rules go")
    func left() async throws {
        try await withApplied { reconcile, declare in
            let stack = try #require(Self.wanted.components(separatedBy: "---\n").first)
            let other = """
                \(stack)---
                apiVersion: reconcile/v1
                kind: Rule
                metadata: {name: other}
                spec: {eventBusName: default, eventPattern: {source: [acme]}, targets: {main: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}}}
                """
            let before = try await reconcile.sandbox.state()
            let mutations = try await expectApplied(reconcile, declare(other))
            #expect(
                mutations.contains("events.DeleteRule") && !mutations.contains { $0.hasPrefix("DELETE ") || $0 == "events.DeleteEventBus" })
            let after = try await reconcile.sandbox.state()
            for kind in ["queues", "integrations"] { #expect(after["genesys"]?[kind] == before["genesys"]?[kind]) }
            #expect(after["aws"]?["eventBuses"]?[Self.bus] != nil)
        }
    }
}
