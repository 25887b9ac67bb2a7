public import EventPatterns
public import Model

/// Makes the events by which people see what rules are about: of each topic, of each queue that a pattern names and of one that it doesn't, and with
/// each value of a field that it filters by.
public struct SampleEvents: Sendable {
    /// Of one topic and queue.
    private static let mostVariants = 16
    /// Where a pattern takes queues by something else than their ids.
    private static let mostQueues = 20

    private let stack: Stack
    private let catalog: TopicCatalog
    private let origins: [EventOrigin]
    private let queues: [RoutedQueue]
    private let titles: [String: String]
    private let queuePath: String

    public init(stack: Stack, origins: [EventOrigin], queues: [RoutedQueue]) {
        self.stack = stack
        catalog = .of(stack.genesys.api)
        self.origins = origins
        self.queues = queues
        titles = Dictionary(queues.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        queuePath = Topic.queuePath(stack.genesys.api)
    }

    public init(_ table: RoutingTable) { self.init(stack: table.stack, origins: table.origins, queues: table.queues) }

    /// The samples that tell patterns of one bus apart. None where no events of Genesys Cloud arrive on the bus.
    public func events(for patterns: [EventPattern], on bus: String) -> [EventSample] {
        guard let source = source(on: bus) else { return [] }
        let envelope = EventEnvelope(stack, source: source)
        return topics(for: patterns, on: bus).flatMap { topic in
            queues(for: patterns, topic).flatMap { queue in samples(topic, queue, envelope, for: patterns) }
        }
    }

    /// One event of a topic and a queue.
    public func event(_ topic: Topic, of queue: RoutedQueue?, from source: String) -> EventSample {
        sample(topic, Subject(title: queue?.title, id: queue?.id), EventEnvelope(stack, source: source))
    }

    /// The samples of one topic and queue that tell patterns of one bus apart.
    func events(for patterns: [EventPattern], _ topic: Topic, of queue: RoutedQueue?, on bus: String) -> [EventSample] {
        guard let source = source(on: bus) else { return [] }
        let subject = Subject(title: queue?.title, id: queue?.id)
        return [event(topic, of: queue, from: source)] + samples(topic, subject, EventEnvelope(stack, source: source), for: patterns)
    }

    /// An event of a topic with some fields of its body set, or removed where the value is `null`. A field within another is named by its path.
    public func event(_ topic: Topic, setting fields: [String: Value], from source: String) -> EventSample {
        var body = topic.sampleBody
        for (path, value) in fields.sorted(by: { $0.key < $1.key }) {
            body.set(value == .null ? nil : value, at: path.split(separator: ".").map(String.init)[...])
        }
        let queue = body["queueId"]?.string.map { titles[$0] ?? "queue \($0)" }
        return EventSample(
            EventLabel(topic: topic.id, queue: topic.hasQueue ? queue : nil),
            json: EventEnvelope(stack, source: source).event(topic: topic.id, body: body).json)
    }

    /// What events bear as `source` on a bus; `nil` where none of Genesys Cloud arrive there.
    public func source(on bus: String) -> String? {
        if let origin = origins.first(where: { $0.bus == bus }) { return origin.source }
        if stack.genesys.api == .public { return bus.hasPrefix("aws.partner/genesys.com/") ? bus : nil }
        return bus == "default" ? "genesys.cloud" : nil
    }

    private struct Subject {
        var title: String?
        var id: String?
    }

    private func topics(for patterns: [EventPattern], on bus: String) -> [Topic] {
        let published = origins.filter { $0.bus == bus }.compactMap(\.topics)
        let known =
            published.isEmpty ? catalog.topics : Set(published.joined()).sorted().map { catalog.topic(named: $0) ?? .unknown($0, stack) }
        return known.filter { topic in patterns.contains { $0.admits(topic.id, at: "detail-type") } }
    }

    private func queues(for patterns: [EventPattern], _ topic: Topic) -> [Subject] {
        guard topic.hasQueue else { return [Subject()] }
        let named = patterns.map { $0.exactTexts(at: queuePath) }
        var ids = Set(named.compactMap { $0 }.joined())
        var isOpen = false
        for (pattern, named) in zip(patterns, named) where named == nil {
            if !pattern.paths.contains(queuePath) { isOpen = true }
            ids.formUnion(queues.lazy.filter { pattern.admits($0.id, at: queuePath) }.prefix(Self.mostQueues).map(\.id))
        }
        if isOpen && named.allSatisfy({ $0 == nil }) { return [Subject(title: "any queue", id: StandIn.id("queueId"))] }
        return ids.sorted().map { Subject(title: titles[$0] ?? "queue \($0)", id: $0) }.sorted { $0.title ?? "" < $1.title ?? "" }
            + [Subject(title: isOpen ? "any other queue" : "another queue", id: StandIn.id("queueId"))]
    }

    private func samples(_ topic: Topic, _ subject: Subject, _ envelope: EventEnvelope, for patterns: [EventPattern]) -> [EventSample] {
        let paths = Set(patterns.flatMap(\.paths))
        let varied = topic.fields.filter { !$0.values.isEmpty && paths.contains("\(topic.bodyPath).\($0.path)") }
        let variants = varied.flatMap { field in field.values.map { (field, $0) } }
        if variants.isEmpty { return [sample(topic, subject, envelope)] }
        return variants.prefix(Self.mostVariants).map { sample(topic, subject, envelope, $0) }
    }

    private func sample(_ topic: Topic, _ subject: Subject, _ envelope: EventEnvelope, _ variant: (field: EventField, value: String)? = nil)
        -> EventSample
    {
        var body = topic.sampleBody
        if let id = subject.id, topic.hasQueue { body.set(.string(id), at: ["queueId"]) }
        if let title = subject.title, topic.field(at: "\(topic.bodyPath).queueName") != nil { body.set(.string(title), at: ["queueName"]) }
        if let variant { body.set(.string(variant.value), at: variant.field.steps.map(\.key)[...]) }
        let label = EventLabel(topic: topic.id, queue: subject.title, variant: variant.map { "\($0.field.path) \($0.value)" })
        return EventSample(label, json: envelope.event(topic: topic.id, body: body).json)
    }
}

extension Topic {
    /// A topic that the catalogue doesn't know.
    fileprivate static func unknown(_ id: String, _ stack: Stack) -> Topic { Topic(id: id, fields: [], api: stack.genesys.api) }
}
