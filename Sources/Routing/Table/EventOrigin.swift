public import Model

/// Where an integration's events arrive.
public struct EventOrigin: Hashable, Sendable {
    public let integration: Address
    public let bus: String
    /// What its events bear as `source`.
    public let source: String
    /// The topics that it is to publish, in full; `nil` where that isn't declared.
    public let topics: [String]?
    /// Whether others may have added topics.
    public let isShared: Bool
    public let isEnabled: Bool?

    public init(integration: Address, bus: String, source: String, topics: [String]?, isShared: Bool, isEnabled: Bool?) {
        self.integration = integration
        self.bus = bus
        self.source = source
        self.topics = topics
        self.isShared = isShared
        self.isEnabled = isEnabled
    }
}
