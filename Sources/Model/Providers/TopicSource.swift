/// A cloud that tells which topics it has, and where the events of each can go.
public protocol TopicSource: Sendable {
    /// By the topics' names in full, the transports of each, such as `All` or `EventBridge`; none where the service doesn't tell them.
    ///
    /// - Throws: `ServiceError` where they can't be read.
    func topicTransports() async throws(ServiceError) -> [String: [String]]
}
