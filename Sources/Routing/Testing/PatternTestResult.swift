public import EventPatterns
public import Model

/// What came of holding an event against the declared rules.
public struct PatternTestResult: Hashable, Sendable {
    /// What one rule says of the event.
    public struct Verdict: Hashable, Sendable {
        public let rule: Address
        /// The fields that refuse the event; none where the rule takes it.
        public let refusals: [Refusal]
        public var takes: Bool { refusals.isEmpty }
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
    /// Expected rules that aren't declared.
    public let undeclared: [String]

    public var taken: [Address] { verdicts.filter(\.takes).map(\.rule) }

    public var status: Status {
        if test.expected == nil { return taken.isEmpty ? .unmatched : .passed }
        return missing.isEmpty && unexpected.isEmpty && undeclared.isEmpty ? .passed : .failed
    }
}
