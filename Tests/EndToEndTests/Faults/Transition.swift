import Foundation
import Testing

/// From one set of manifests to another: everything that `reconcile` can create, change, move, replace and prune.
struct Transition: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What is live before; `nil`: nothing.
    var former: String?
    var wanted: String
    /// Live names of the rules then.
    var rules: [String]

    static let creation = Transition(
        testDescription: "everything is made", former: nil,
        wanted: set(queue: "For partners.", topics: "acd.end", rules: [rule("ended"), rule("second", function: "After")]),
        rules: ["Ended", "Second"])

    static let change = Transition(
        testDescription: "changed, moved, renamed, pruned",
        former: set(
            queue: "For partners.", topics: "acd.end",
            rules: [rule("ended"), rule("moved", function: "Before"), rule("renamed"), rule("pruned")]),
        wanted: set(
            queue: "For all.", topics: "acd.end, acw",
            rules: [
                rule("ended", targets: ", other: {arn: \(queueARN)}"), rule("moved", function: "After"),
                rule("renamed", name: "NewName", lifecycle: ", lifecycle: {previousNames: [Renamed]}"),
            ]),
        rules: ["Ended", "Moved", "NewName"])

    private static let queueARN = #""arn:aws:sqs:us-east-1:123456789012:ended""#

    static func set(queue description: String, topics: String, rules: [String]) -> String {
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
        spec: {name: prod-events, enabled: true, topics: [\(topics)], eventSourceSuffix: prod}
        ---
        apiVersion: reconcile/v1
        kind: Queue
        metadata: {name: support}
        spec: {name: Partner Support, description: \(description)}
        \(rules.joined())
        """
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
