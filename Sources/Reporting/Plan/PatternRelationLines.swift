internal import EventPatterns

extension PatternRelation {
    /// What the change of a pattern means for the events that arrive, below its diff.
    var lines: [DiffLine] {
        switch kind {
        case .equal: [DiffLine(mark: .unchanged, text: "takes the same events as before")]
        case .widened: [DiffLine(mark: .unchanged, text: "widened: now also where \(Self.findings(gainedBy))")]
        case .narrowed: [DiffLine(mark: .unchanged, text: "narrowed: no longer where \(Self.findings(lostBy))")]
        case .disjoint: [DiffLine(mark: .unchanged, text: "disjoint: takes none of the events that it took")] + examples
        case .incomparable: [DiffLine(mark: .unchanged, text: "incomparable: may take some events more and others no longer")] + examples
        }
    }

    private var examples: [DiffLine] {
        let gain = gainedBy.isEmpty ? [] : [DiffLine(mark: .added, text: "now where \(Self.findings(gainedBy))")]
        let loss = lostBy.isEmpty ? [] : [DiffLine(mark: .removed, text: "no longer where \(Self.findings(lostBy))")]
        return gain + loss
    }

    /// What an example that one side takes has where the other refuses it.
    private static func findings(_ refusals: [Refusal]) -> StyledText {
        refusals.map { "\($0.finding)" }.joined(separator: " and ")
    }
}
