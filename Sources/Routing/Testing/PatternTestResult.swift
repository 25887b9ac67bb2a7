public import EventPatterns
public import Model

/// What came of holding an event against the declared rules.
public struct PatternTestResult: Hashable, Sendable {
    /// What one rule says of the event.
    public struct Verdict: Hashable, Sendable {
        public let rule: Address
        /// The fields that refuse the event; none where the pattern takes it.
        public let refusals: [Refusal]
        /// The rule's bus, where the event arrives on another.
        public let otherBus: String?

        public var takes: Bool { refusals.isEmpty && otherBus == nil }
    }

    public enum Status: String, Hashable, Sendable, CaseIterable {
        case passed
        case failed
        /// A recording that nothing is expected of, and that no rule takes.
        case unmatched
    }

    public let test: PatternTestCase
    /// Of the rules that take the event, and of those that should: the nearest to it where neither is.
    public let verdicts: [Verdict]
    /// Rules that should take the event, but don't.
    public let missing: [Address]
    /// Rules that take the event, but shouldn't.
    public let unexpected: [Address]
    /// Expected rules that are no enabled rules with a pattern.
    public let undeclared: [String]
    /// Those who should get the event, but don't.
    public let missingConsumers: [Consumer]
    /// Those who get the event, but shouldn't.
    public let unexpectedConsumers: [Consumer]

    public var taken: [Address] { verdicts.filter(\.takes).map(\.rule) }

    public var status: Status {
        if test.expected == nil { return taken.isEmpty ? .unmatched : .passed }
        let isAsExpected =
            missing.isEmpty && unexpected.isEmpty && undeclared.isEmpty && missingConsumers.isEmpty && unexpectedConsumers.isEmpty
        return isAsExpected ? .passed : .failed
    }
}
