public import Model

/// An event and the rules that are expected to take it.
public struct PatternTestCase: Hashable, Sendable {
    public let name: String
    public let event: EventSample
    /// The names of the rules that take the event, and no others; `nil` where nothing is expected of a recording.
    public let expected: Set<String>?
    public let place: SourceLocation?

    public init(name: String, event: EventSample, expected: Set<String>?, place: SourceLocation?) {
        self.name = name
        self.event = event
        self.expected = expected
        self.place = place
    }
}
