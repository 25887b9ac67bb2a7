/// An event, and who is expected to get it: a manifest of kind `PatternTest`. Nothing of it is live, so it is no resource.
public struct PatternTest: Hashable, Sendable {
    public enum Event: Hashable, Sendable {
        /// Made from the catalogue: of a topic by its full name, with fields of its body, by their paths, set, or removed where the value is `null`.
        case sample(topic: String, source: String, fields: [String: Value])
        /// As EventBridge delivered it.
        case recorded(Value)
    }

    public var name: String
    public var event: Event
    /// Where the event arrives; `nil`: on every bus.
    public var bus: String?
    /// The names of the rules that take the event, and no others; `nil` where that isn't asked.
    public var rules: Set<String>?
    /// The ARNs of the targets that get the event, and no others; `nil` where that isn't asked.
    public var consumers: Set<String>?
    public var place: SourceLocation
    /// Where the manifest sets a field of the body, by its path.
    public var fieldPlaces: [String: SourceLocation]

    public init(
        name: String, event: Event, bus: String?, rules: Set<String>?, consumers: Set<String>?, place: SourceLocation,
        fieldPlaces: [String: SourceLocation] = [:]
    ) {
        self.name = name
        self.event = event
        self.bus = bus
        self.rules = rules
        self.consumers = consumers
        self.place = place
        self.fieldPlaces = fieldPlaces
    }
}
