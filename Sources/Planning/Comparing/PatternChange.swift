public import EventPatterns
internal import Model

extension Change {
    /// How the events that a rule takes after an update relate to those that it takes now; `nil` where its pattern stays, or where either side has none
    /// that is known.
    public var patternRelation: PatternRelation? {
        guard action == .update, let before = before?["eventPattern"], let after = after?["eventPattern"], before != after,
            let old = EventPattern(before), let new = EventPattern(after)
        else { return nil }
        return new.relation(to: old)
    }
}

extension EventPattern {
    /// The pattern that an attribute holds; `nil` where it isn't wholly known, or is none.
    init?(_ attribute: Value) {
        guard attribute.isKnown, let pattern = try? EventPattern(json: attribute.json) else { return nil }
        self = pattern
    }
}
