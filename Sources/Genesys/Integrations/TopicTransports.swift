public import Model

extension GenesysProvider: TopicSource {
    public func topicTransports() async throws(ServiceError) -> [String: [String]] {
        let topics = try await client.send(.listTopics)["entities"]?.list ?? []
        let pairs = topics.compactMap { topic in topic["id"]?.string.map { ($0, topic["transports"]?.strings ?? []) } }
        return Dictionary(pairs, uniquingKeysWith: { $0 + $1 })
    }
}
