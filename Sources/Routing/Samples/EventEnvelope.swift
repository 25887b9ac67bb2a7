public import Model

/// What EventBridge puts around a body, in the manner of the vendor's events or of the tutorial's.
public struct EventEnvelope: Hashable, Sendable {
    let api: Stack.GenesysAPI
    let source: String
    let account: String
    let region: String

    public init(_ stack: Stack, source: String) {
        api = stack.genesys.api
        self.source = source
        account = stack.aws.accountID
        region = stack.aws.region
    }

    /// - Parameter topic: as `detail-type` bears it.
    public func event(topic: String, body: Value) -> Value {
        [
            "version": "0", "id": .string(StandIn.id(topic)), "detail-type": .string(topic), "source": .string(source),
            "account": .string(account), "time": "2025-01-01T00:00:00Z", "region": .string(region), "resources": [],
            "detail": api == .public ? detail(topic, body) : body,
        ]
    }

    private func detail(_ topic: String, _ body: Value) -> Value {
        let id = body["conversationId"]?.string ?? StandIn.id("id")
        return [
            "topicName": .string(topic.replacing("{id}", with: id)), "version": "2", "eventBody": body,
            "metadata": ["CorrelationId": .string(StandIn.id("CorrelationId"))], "timestamp": "2025-01-01T00:00:00.000Z",
        ]
    }
}
