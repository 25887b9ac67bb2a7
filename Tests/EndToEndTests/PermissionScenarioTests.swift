import Foundation
import Model
import Sandbox
import TestSupport
import Testing

/// Every kind of target that lets EventBridge in by a policy of its own, and the dead-letter queue.
@Suite("EventBridge is let in where rules hand something over, and nowhere else")
struct PermissionScenarioTests {
    private static func rules(_ count: Int = 1, permission: String, more: String = "") -> String {
        """
        \(Reconcile.stack("care").replacing("  owner:", with: "  safety: {maxDeletes: 200}\n  defaults: {permission: \(permission)}\n  owner:"))

        """
            + (1...count).map { number in
                """
                ---
                apiVersion: reconcile/v1
                kind: Rule
                metadata: {name: rule-\(number)}
                spec:
                  eventBusName: default
                  eventPattern: {source: [genesys.cloud], detail: {queueId: [{prefix: "q-\(number)-"}]}}
                  targets:
                    function: {arn: "\(Neighbors.function)ProcessGenesysEndEvents", deadLetterConfig: {arn: "arn:aws:sqs:us-east-1:123456789012:genesys-dlq"}}
                    queue: {arn: "arn:aws:sqs:us-east-1:123456789012:ended"}
                    topic: {arn: "arn:aws:sns:us-east-1:123456789012:ended"}
                    log: {arn: "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/ended"}

                """
            }.joined() + more
    }

    /// Applies each set after the other, each twice: the second time changes nothing; and answers with the first runs' mutating calls.
    private func apply(_ sets: [String], _ body: (Reconcile, [[String]]) async throws -> Void) async throws {
        try await Reconcile.withClouds { reconcile in
            try await Neighbors.settle(in: reconcile.sandbox)
            let theirs = try await Neighbors.belongings(in: reconcile.sandbox)
            try await withFolder { folder in
                var mutations: [[String]] = []
                for set in sets {
                    try set.write(toFile: "\(folder)/set.yaml", atomically: true, encoding: .utf8)
                    reconcile.sandbox.clearRequests()
                    let first = try await reconcile("apply", "-f", folder, "--auto-approve", "--quiet")
                    #expect(first.code == 0, "\(first.output)\(first.messages)")
                    mutations.append(reconcile.mutations)
                    reconcile.sandbox.clearRequests()
                    let second = try await reconcile("apply", "-f", folder, "--auto-approve", "--quiet")
                    #expect(second.code == 0 && reconcile.mutations == [], "\(second.output)\(second.messages)")
                    #expect(try await Neighbors.belongings(in: reconcile.sandbox) == theirs)
                }
                try await body(reconcile, mutations)
            }
        }
    }

    @Test("statements of each rule are made, and go with it; others' stay")
    func perRule() async throws {
        let two = Self.rules(2, permission: "perRule")
        try await apply([two, Self.rules(permission: "perRule"), Reconcile.stack("care") + "\n"]) { reconcile, mutations in
            #expect(mutations[0].count { $0 == "lambda.AddPermission" } == 2)
            #expect(mutations[0].count { $0 == "sqs.SetQueueAttributes" } == 2)
            #expect(mutations[0].count { $0 == "sns.SetTopicAttributes" } == 1)
            #expect(mutations[0].count { $0 == "logs.PutResourcePolicy" } == 1)
            #expect(mutations[2].contains("logs.DeleteResourcePolicy"))
            let left = try await Leftovers(reconcile.sandbox).statements.filter { $0["Sid"] != "theirs" }
            #expect(left == [])
        }
    }

    @Test("from each rule's own to one for the bus, and back, and to none: what isn't needed any more goes")
    func policies() async throws {
        let sets = ["perRule", "perBus", "perRule", "perBus", "none"].map { Self.rules(3, permission: $0) }
        try await apply(sets) { reconcile, mutations in
            #expect(mutations[1].count { $0 == "lambda.AddPermission" } == 1 && mutations[1].count { $0 == "lambda.RemovePermission" } == 3)
            #expect(mutations[3].count { $0 == "lambda.AddPermission" } == 1)
            #expect(mutations[4].contains("lambda.RemovePermission") && !mutations[4].contains("events.PutTargets"))
            let left = try await Leftovers(reconcile.sandbox).statements.filter { $0["Sid"] != "theirs" }
            #expect(left == [])
        }
    }

    @Test("one statement for the bus lets more rules in than a policy has room for")
    func room() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["each.yaml": Self.rules(21, permission: "perRule"), "bus.yaml": Self.rules(21, permission: "perBus")]) {
                folder in
                let full = try await reconcile("plan", "-f", "\(folder)/each.yaml")
                #expect(full.code == 1 && full.messages.contains("[policy-full]"), "\(full.messages)")
                #expect(full.messages.contains("would have 21 statements, and 20"))
                #expect(full.messages.contains("`permission: perBus`"))
                let bus = try await reconcile("apply", "-f", "\(folder)/bus.yaml", "--auto-approve", "--quiet")
                #expect(bus.code == 0, "\(bus.output)\(bus.messages)")
                #expect(reconcile.mutations.count == 21 * 2 + 5)
                #expect(try await reconcile("plan", "-f", "\(folder)/bus.yaml", "--detailed-exitcode").code == 0)
            }
        }
    }

    @Test("a policy that is full of the rules' statements takes the bus' in their place")
    func fullSuccession() async throws {
        try await apply([Self.rules(19, permission: "perRule"), Self.rules(19, permission: "perBus")]) { reconcile, _ in
            let own = try await Leftovers(reconcile.sandbox).statements.filter { $0["Sid"] != "theirs" }
            #expect(own.count == 5, "\(own)")
        }
    }

    @Test("a bus that no rule is left on keeps no statement for it")
    func lastOfBus() async throws {
        let other = Self.rules(permission: "perBus").components(separatedBy: "---\n")[0]
        try await apply([Self.rules(2, permission: "perBus"), other]) { reconcile, _ in
            let left = try await Leftovers(reconcile.sandbox).statements.filter { $0["Sid"] != "theirs" }
            #expect(left == [])
        }
    }

    @Test("a declared role that can't be used is told before anything is changed")
    func role() async throws {
        try await Reconcile.withClouds { reconcile in
            let machine = "arn:aws:states:us-east-1:123456789012:stateMachine:m"
            func set(_ role: String) -> String {
                Reconcile.stack("care")
                    + """

                    ---
                    apiVersion: reconcile/v1
                    kind: Rule
                    metadata: {name: ended}
                    spec:
                      eventBusName: default
                      eventPattern: {source: [genesys.cloud], detail: {queueId: [{prefix: "q-"}]}}
                      targets: {main: {arn: "\(machine)", roleArn: "arn:aws:iam::123456789012:role/\(role)"}}

                    """
            }
            try await withFolder(["missing.yaml": set("nobody"), "narrow.yaml": set("EventBridge_InvokeLambda_Role")]) { folder in
                let missing = try await reconcile("apply", "-f", "\(folder)/missing.yaml", "--auto-approve")
                #expect(
                    missing.code == 1 && missing.messages.contains("[role]") && missing.messages.contains("role/nobody"),
                    "\(missing.messages)")
                #expect(reconcile.mutations == [])
                let narrow = try await reconcile("apply", "-f", "\(folder)/narrow.yaml", "--auto-approve")
                #expect(narrow.code == 0, "\(narrow.output)\(narrow.messages)")
                #expect(
                    (narrow.output + narrow.messages).contains(#/which doesn't allow\s+states:StartExecution \[role\]/#),
                    "\(narrow.output)\(narrow.messages)")
            }
        }
    }
}
