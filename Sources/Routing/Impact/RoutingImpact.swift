public import Model

/// What a change means for those who get events: of one rule, which events each of its consumers gets from now on and which no longer.
///
/// The events are samples that the catalogue makes, and recordings; those of which nothing changes aren't named.
public struct RoutingImpact: Hashable, Sendable {
    public let rule: Address
    /// In the order of their titles; only those for whom something changes.
    public let consumers: [ConsumerImpact]

    public init(rule: Address, consumers: [ConsumerImpact]) {
        self.rule = rule
        self.consumers = consumers
    }
}

public struct ConsumerImpact: Hashable, Sendable {
    /// `nil`: nobody. The rule takes the events, but has no target.
    public let consumer: Consumer?
    public let gained: [EventLabel]
    public let lost: [EventLabel]

    public init(consumer: Consumer?, gained: [EventLabel], lost: [EventLabel]) {
        self.consumer = consumer
        self.gained = gained
        self.lost = lost
    }

    /// `function ProcessGenesysEndEvents`, or `nobody`.
    public var title: String { consumer?.title ?? "nobody" }
}
