import Foundation
import Model
import Sandbox
import Testing

/// From one set of manifests to another: everything that `reconcile` can create, change, move, replace and prune.
struct Transition: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What is live before; `nil`: nothing.
    var former: String?
    var wanted: String
    /// Live names of the rules then.
    var rules: [String]
    /// What the apply needs to be allowed.
    var flags: [String] = []
    /// The partner deletes the event source before, and offers it as a new one once its bus is gone.
    var losesSource = false
    /// Live names of queues and integrations, and of buses, that may not be left.
    var gone: Set<String> = []

    static let creation = Transition(
        testDescription: "everything is made", former: nil,
        wanted: set(
            queue: "For partners.", topics: "acd.end", rules: [rule("ended", targets: everyPolicy), rule("second", function: "After")]),
        rules: ["Ended", "Second"])

    static let change = Transition(
        testDescription: "changed, moved, renamed, pruned",
        former: set(
            queue: "For partners.", topics: "acd.end",
            rules: [
                rule("ended"),
                rule("moved", function: "Before", targets: ", other: {arn: \(queueARN), deadLetterConfig: {arn: \(deadLetterARN)}}"),
                rule("renamed"), rule("pruned", targets: everyPolicy),
            ]),
        wanted: set(
            queue: "For all.", topics: "acd.end, acw", members: [2, 3],
            rules: [
                rule("ended", targets: ", other: {arn: \(queueARN)}"),
                rule("moved", function: "After", targets: ", other: {arn: \(topicARN)}"),
                rule("renamed", name: "NewName", lifecycle: ", lifecycle: {previousNames: [Renamed]}"),
            ]),
        rules: ["Ended", "Moved", "NewName"])

    static let replacement = Transition(
        testDescription: "replaced by another event source",
        former: set(queue: "For partners.", topics: "acd.end", rules: [rule("ended"), rule("second", function: "After")]),
        wanted: set(
            queue: "For partners.", topics: "acd.end", suffix: "next", rules: [rule("ended"), rule("second", function: "After")]),
        rules: ["Ended", "Second"], flags: ["--allow-replace", "Integration/events"])

    static let removal = Transition(
        testDescription: "declared to be gone",
        former: set(queue: "For partners.", topics: "acd.end", rules: [rule("ended"), rule("second", function: "After"), rule("pruned")]),
        wanted: set(
            queue: "For partners.", topics: "acd.end",
            rules: [rule("ended", lifecycle: absence), rule("second", function: "After", lifecycle: absence)]
        ).replacing("eventSourceSuffix: prod}", with: "eventSourceSuffix: prod\(absence)}")
            .replacing("  name: Partner Support\n", with: "  name: Partner Support\n  forceDelete: true\n  lifecycle: {ensure: absent}\n"),
        rules: [], flags: ["--allow-delete", "Integration/events", "--allow-delete", "Queue/support"],
        gone: ["Partner Support", "prod-events", "aws.partner/genesys.com/cloud/6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b/prod"])

    static let lostSource = Transition(
        testDescription: "the event source was deleted",
        former: set(queue: "For partners.", topics: "acd.end", rules: [rule("ended"), rule("second", function: "After"), rule("pruned")]),
        wanted: set(queue: "For partners.", topics: "acd.end", rules: [rule("ended"), rule("second", function: "After")]),
        rules: ["Ended", "Second"], flags: ["--allow-replace", "EventBus/events"], losesSource: true)

    /// Makes the clouds what `losesSource` says.
    func unsettle(_ sandbox: Sandbox) async throws {
        guard losesSource else { return }
        let source = "aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/prod"
        try await sandbox.merge(["aws": ["eventSources": [source: ["state": "DELETED"]]]])
    }

    private static let absence = ", lifecycle: {ensure: absent}"
    private static let queueARN = #""arn:aws:sqs:us-east-1:123456789012:ended""#
    private static let deadLetterARN = #""arn:aws:sqs:us-east-1:123456789012:genesys-dlq""#
    private static let topicARN = #""arn:aws:sns:us-east-1:123456789012:ended""#
    private static let groupARN = #""arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/ended""#

    /// Targets beside a function that let EventBridge in by a policy of each other kind.
    private static let everyPolicy =
        ", queue: {arn: \(queueARN), deadLetterConfig: {arn: \(deadLetterARN)}}, topic: {arn: \(topicARN)}, log: {arn: \(groupARN)}"

    static func set(queue description: String, topics: String, suffix: String = "prod", members: [Int] = [1, 2], rules: [String]) -> String
    {
        """
        apiVersion: reconcile/v1
        kind: Stack
        metadata: {name: prod}
        spec:
          owner: acme
          genesys: {region: us-east-1, organizationId: 6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b}
          aws: {region: us-east-1, accountId: "123456789012"}
          safety: {maxDeletes: 20}
        ---
        apiVersion: reconcile/v1
        kind: Integration
        metadata: {name: events}
        spec: {name: prod-events, enabled: true, topics: [\(topics)], eventSourceSuffix: \(suffix)}
        ---
        apiVersion: reconcile/v1
        kind: Queue
        metadata: {name: support}
        spec:
          name: Partner Support
          description: \(description)
          members: [\(people(members))]
          wrapupCodes: [\(people(members))]
        \(rules.joined())
        """
    }

    private static func people(_ numbers: [Int]) -> String {
        numbers.map { "aaaaaaaa-0000-4000-8000-00000000000\($0)" }.joined(separator: ", ")
    }

    static func rule(
        _ resource: String, name: String? = nil, function: String = "ProcessGenesysEndEvents", targets: String = "", lifecycle: String = ""
    ) -> String {
        """
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: \(resource)}
        spec: {name: \(name ?? resource.capitalized), integration: events, match: {topics: [acd.end], queues: [support]}, targets: {main: {arn: "\(Neighbors.function)\(function)"}\(targets)}\(lifecycle)}

        """
    }
}
