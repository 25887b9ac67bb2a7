public import Model

/// An event and who is expected to get it.
public struct PatternTestCase: Hashable, Sendable {
    /// Who gets the event, and nobody else; what is `nil` isn't asked.
    public struct Expectation: Hashable, Sendable {
        /// By their names.
        public let rules: Set<String>?
        public let consumers: Set<Consumer>?

        public init(rules: Set<String>?, consumers: Set<Consumer>? = nil) {
            self.rules = rules
            self.consumers = consumers
        }
    }

    public let name: String
    public let event: EventSample
    /// Where the event arrives; `nil`: on every bus.
    public let bus: String?
    /// `nil` where nothing is expected of a recording.
    public let expected: Expectation?
    public let place: SourceLocation?

    public init(name: String, event: EventSample, bus: String? = nil, expected: Expectation?, place: SourceLocation?) {
        self.name = name
        self.event = event
        self.bus = bus
        self.expected = expected
        self.place = place
    }
}
