internal import EventPatterns
internal import Model
internal import Routing

/// What a plan's document says of a rule's routing: `relation`, `gained` and `lost` of its pattern, `consumers` of those who get its events.
struct ImpactDocument {
    var relation: PatternRelation?
    var impact: RoutingImpact?

    var document: Value? {
        guard relation != nil || impact != nil else { return nil }
        return Planning.document([
            "relation": relation.map { .string($0.kind.rawValue) }, "gained": relation?.gained.flatMap { try? Value(json: $0) },
            "lost": relation?.lost.flatMap { try? Value(json: $0) }, "consumers": impact.map { .list($0.consumers.map(\.document)) },
        ])
    }
}

extension RoutingImpact {
    /// `nil` where the document tells of nobody.
    init?(_ rule: Address, document: Value?) throws(Incomplete) {
        guard let consumers = document?["consumers"] else { return nil }
        self.init(rule: rule, consumers: try consumers.items().map(ConsumerImpact.init(document:)))
    }
}

extension ConsumerImpact {
    fileprivate var document: Value {
        Planning.document([
            "consumer": .string(title), "arn": consumer.map { .string($0.arn) }, "gained": .list(gained.map(\.document)),
            "lost": .list(lost.map(\.document)),
        ])
    }

    fileprivate init(document: Value) throws(Incomplete) {
        self.init(
            consumer: document["arn"]?.string.map(Consumer.init),
            gained: try document.member("gained").items().map(EventLabel.init(document:)),
            lost: try document.member("lost").items().map(EventLabel.init(document:)))
    }
}

extension EventLabel {
    fileprivate var document: Value {
        Planning.document([
            "event": .string(topic), "queue": queue.map(Value.string), "variant": variant.map(Value.string),
            "recording": recording.map(Value.string),
        ])
    }

    fileprivate init(document: Value) throws(Incomplete) {
        self.init(
            topic: try document.member("event").text(), queue: document["queue"]?.string, variant: document["variant"]?.string,
            recording: document["recording"]?.string)
    }
}
