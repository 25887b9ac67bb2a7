import EventPatterns
import Model
import Routing

/// A contact centre: two queues, one integration, rules as a test wants them.
enum Fixtures {
    static let support = RoutedQueue(
        address: Address(.queue, "support"), title: "Support Queue", id: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed")
    static let sales = RoutedQueue(address: Address(.queue, "sales"), title: "Sales Queue", id: "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d")

    static func stack(_ api: Stack.GenesysAPI = .public) -> Stack {
        Stack(
            mark: StackMark(owner: "acme/telephony", name: "prod"),
            genesys: .init(region: "us-east-1", organizationID: api == .public ? "6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b" : nil, api: api),
            aws: .init(region: "us-east-1", accountID: "123456789012"))
    }

    static let bus = "aws.partner/genesys.com/cloud/6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b/prod"

    static func topic(_ name: String) -> String { Topic.conversationPrefix + name }

    static func origin(_ topics: [String]?) -> EventOrigin {
        EventOrigin(
            integration: Address(.integration, "events"), bus: bus, source: bus, topics: topics?.map(topic), isShared: true, isEnabled: true
        )
    }

    static func samples(_ topics: [String]? = ["acd.end"], _ api: Stack.GenesysAPI = .public) -> SampleEvents {
        SampleEvents(stack: stack(api), origins: api == .public ? [origin(topics)] : [], queues: [support, sales])
    }

    /// A pattern on a topic, with conditions on its body.
    static func pattern(_ topics: [String], _ body: [String: Value] = [:]) throws -> EventPattern {
        var pattern: [String: Value] = ["source": [.string(bus)], "detail-type": .list(topics.map { .string(topic($0)) })]
        if !body.isEmpty { pattern["detail"] = ["eventBody": .map(body)] }
        return try EventPattern(json: Value.map(pattern).json)
    }
}

extension Fixtures {
    /// A sound set: one queue, one integration, one rule with a function, a dead-letter queue and a permission. A test breaks a part of it.
    struct Set {
        var topics = ["acd.end"]
        var isShared = false
        var bus = Fixtures.bus
        var ruleState = "ENABLED"
        var body: [String: Value] = ["queueId": [.string(Fixtures.support.id)]]
        var pattern: [String: Value] = ["source": [.string(Fixtures.bus)], "detail-type": [.string(Fixtures.topic("acd.end"))]]
        /// Another rule with the same target.
        var second: [String: Value]?
        var copies = 0
        var target: [String: Value]?
        var ignored: [IgnoredCheck] = []

        static let function: Value = "arn:aws:lambda:us-east-1:123456789012:function:Process"

        var state: DesiredState {
            let integration = DesiredResource(
                address: Address(.integration, "events"), identity: LiveIdentity(.integration, name: "events"),
                attributes: ["enabled": true, "topics": .list(topics.map { .string(Fixtures.topic($0)) })],
                lifecycle: Lifecycle(listPolicy: isShared ? .shared : .exclusive))
            let eventBus = DesiredResource(
                address: Address(.eventBus, "events"), identity: LiveIdentity(.eventBus, name: Fixtures.bus),
                attributes: ["name": .string(Fixtures.bus)])
            let queue = DesiredResource(
                address: Fixtures.support.address, identity: .id(.queue, Fixtures.support.id), attributes: ["name": "Support Queue"])
            var whole = pattern
            if pattern["detail"] == nil, pattern["detail-type"] != nil { whole["detail"] = ["eventBody": .map(body)] }
            var resources = [integration, eventBus, queue] + rule("ended", whole)
            if let second { resources += rule("second", second) }
            for number in 0..<copies {
                var other = whole
                other["account"] = ["123456789012"]
                other["detail"] = ["eventBody": ["queueId": [.string(StandIn.id("\(number)"))], "provider": body["provider"] ?? ["Edge"]]]
                resources += rule("copy-\(number)", other)
            }
            return DesiredState(stack: Fixtures.stack(), resources: resources, ignoredChecks: ignored)
        }

        /// With rules of these patterns that have the same target.
        func state(adding patterns: [[String: Value]]) -> DesiredState {
            let added = patterns.enumerated().flatMap { rule("added-\($0)", $1) }
            return DesiredState(stack: Fixtures.stack(), resources: state.resources + added)
        }

        private func rule(_ name: String, _ pattern: [String: Value]) -> [DesiredResource] {
            let attributes = target ?? ["arn": Self.function, "deadLetterConfig": ["arn": "arn:aws:sqs:us-east-1:123456789012:dlq"]]
            let rule = DesiredResource(
                address: Address(.rule, name), identity: LiveIdentity(.rule, scope: bus, name: name),
                attributes: [
                    "name": .string(name), "eventBusName": .string(bus), "state": .string(ruleState), "eventPattern": .map(pattern),
                ],
                place: SourceLocation(file: "rule.yaml", line: 1, column: 1),
                places: ["eventPattern.detail": SourceLocation(file: "rule.yaml", line: 9, column: 5)])
            let permissionAddress = Address(.permission, name, part: "main")
            let made = DesiredResource(
                address: Address(.target, name, part: "main"), identity: LiveIdentity(.target, scope: name, name: "main"),
                attributes: attributes.merging(["id": "main"]) { $1 }, dependencies: [rule.address, permissionAddress])
            guard target == nil, let function = Self.function.string else { return [rule, made] }
            let permission = DesiredResource(
                address: permissionAddress, identity: LiveIdentity(.permission, scope: function, name: name),
                attributes: [:])
            return [rule, made, permission]
        }
    }
}
