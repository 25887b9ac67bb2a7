public import Model

/// Topics that an integration would begin to publish, held against what Genesys Cloud can send to EventBridge: of one that it can't, no event would ever
/// arrive.
extension Plan {
    /// Whether there is something to hold. The tutorial's API (`platform`) lists no topics.
    public var addsTopics: Bool { stack.genesys.api == .public && !addedTopics.isEmpty }

    /// - Parameter transports: by topic, where its events can go (`TopicSource`).
    public func topicFindings(_ transports: Result<[String: [String]], ServiceError>) -> [Diagnostic] {
        switch transports {
        case .success(let known): known.isEmpty ? [] : addedTopics.compactMap { finding($0.topic, of: $0.change, known) }
        case .failure(let error): Set(addedTopics.map(\.change)).sorted { $0.address < $1.address }.map { .unverified($0, error) }
        }
    }

    private var addedTopics: [(topic: String, change: Change)] {
        mutations.filter { $0.address.kind == .integration }.flatMap { change in
            let former = change.before?["topics"]?.strings ?? []
            return (change.after?["topics"]?.strings ?? []).filter { !former.contains($0) }.map { ($0, change) }
        }
    }

    private func finding(_ topic: String, of change: Change, _ known: [String: [String]]) -> Diagnostic? {
        guard let transports = known[topic] else { return .unlisted(topic, change, among: known.keys.sorted()) }
        return transports.isEmpty || transports.contains(where: \.reachesEventBridge) ? nil : .elsewhere(topic, change, transports)
    }
}

extension String {
    /// No source settles how the transport is spelt; `All` is what most topics have.
    fileprivate var reachesEventBridge: Bool { lowercased() == "all" || lowercased().contains("eventbridge") }
}

extension Diagnostic {
    fileprivate static func elsewhere(_ topic: String, _ change: Change, _ transports: [String]) -> Diagnostic {
        Diagnostic(
            .error, code: "topic-not-for-eventbridge", "Genesys Cloud can't send `\(topic)` to EventBridge",
            detail: "Its events go to \(transports.sorted().joined(separator: ", ")) only.", place: change.place, address: change.address,
            fix: "Remove it from `topics`.")
    }

    fileprivate static func unlisted(_ topic: String, _ change: Change, among known: [String]) -> Diagnostic {
        Diagnostic(
            .warning, code: "topic-not-listed", "Genesys Cloud lists no topic `\(topic)`",
            detail: "It lists \(known.count); one that needs a permission may be hidden.", place: change.place, address: change.address,
            fix: NearMiss.question(topic, among: known))
    }

    fileprivate static func unverified(_ change: Change, _ error: ServiceError) -> Diagnostic {
        var diagnostic = error.diagnostic(.note, address: change.address, place: change.place)
        diagnostic.summary = "whether the topics of \(change.address) can go to EventBridge can't be told: \(error.summary)"
        return diagnostic
    }
}
