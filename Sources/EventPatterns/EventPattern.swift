/// A pattern of EventBridge: which events a rule takes.
///
/// Held in its canonical form, so that patterns that differ only in the order of keys and values, in repeated values, in dotted or nested
/// keys, in the spelling of a number or in how an exact value is written are equal.
///
/// Sources: AWS's "Amazon EventBridge event patterns" (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html)
/// and the reference implementation, https://github.com/aws/event-ruler.
public struct EventPattern: Hashable, Sendable {
    /// The conjunctions of which one has to match: one, unless the pattern has `$or`. Never empty; sorted, without repetitions.
    public let alternatives: [Conjunction]

    /// Fields that all have to match, in the same elements of the arrays that they share.
    public struct Conjunction: Hashable, Sendable {
        /// Never empty; sorted by path, each path once.
        public let fields: [Field]
    }

    init(alternatives: [Conjunction]) { self.alternatives = alternatives }

    /// What one field of an event has to be.
    public struct Field: Hashable, Sendable {
        /// The keys from the root joined by dots: `detail.eventBody.queueId`. event-ruler knows no difference between a dot in a key and a
        /// step to a nested key.
        public let path: UTF8String
        /// The comparisons of which one has to match. Never empty; sorted, without repetitions.
        public let comparisons: [Comparison]
    }

    /// - Throws: `Invalid` where EventBridge would refuse the pattern.
    public init(json: String) throws(Invalid) {
        try self.init(utf8: Array(json.utf8))
    }

    /// - Throws: `Invalid` where EventBridge would refuse the pattern, or the bytes aren't UTF-8.
    public init(utf8 bytes: [UInt8]) throws(Invalid) {
        do {
            alternatives = try PatternParser.parse(try JSONNode(bytes))
        } catch {
            throw Invalid(error, in: bytes)
        }
    }
}

extension EventPattern {
    /// Why a pattern is refused: the first fault in the text.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// In the words of event-ruler: `Empty arrays are not allowed`.
        public let reason: String
        /// Of the value or key at fault.
        public let position: SourcePosition

        /// As EventBridge answers (`InvalidEventPatternException`).
        public var message: String { "Event pattern is not valid. Reason: \(reason)" }

        public var description: String { "\(message) (\(position))" }

        init(_ failure: ParseFailure, in bytes: [UInt8]) {
            reason = failure.reason
            position = SourcePosition(offset: failure.offset, in: bytes)
        }
    }
}
