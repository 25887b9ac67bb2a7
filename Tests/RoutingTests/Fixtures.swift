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
