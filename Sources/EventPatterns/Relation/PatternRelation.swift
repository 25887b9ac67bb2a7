/// How the events that a pattern takes relate to those that it took before.
///
/// Every claim holds for all events of EventBridge: those whose envelope (`version`, `id`, `detail-type`, `source`, `account`, `time`,
/// `region`) holds no arrays, and whose `detail` is any JSON. So two values of a field in `detail` are not disjoint: an array can hold
/// both.
public struct PatternRelation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Both take the same events.
        case equal
        /// The new one takes all that the old one took, and more.
        case widened
        /// The new one takes only what the old one took, but not all of it.
        case narrowed
        /// No event is taken by both.
        case disjoint
        /// Neither takes all that the other does; or it isn't known.
        case incomparable
    }

    public let kind: Kind
    /// An event, as JSON, that the new pattern takes and the old one didn't. There always is one where the kind is `widened`; where it is
    /// `disjoint` or `incomparable`, if one was found.
    public let gained: String?
    /// An event, as JSON, that the old pattern took and the new one doesn't. There always is one where the kind is `narrowed`; where it is
    /// `disjoint` or `incomparable`, if one was found.
    public let lost: String?
    /// Where the old pattern refuses `gained`.
    public let gainedBy: [Refusal]
    /// Where the new pattern refuses `lost`.
    public let lostBy: [Refusal]
}

extension EventPattern {
    /// How this pattern relates to an old one that it replaces.
    public func relation(to old: EventPattern) -> PatternRelation {
        let takesAll = old.isProvablyIncluded(in: self)
        let takesOnly = isProvablyIncluded(in: old)
        let gained = takesOnly ? nil : WitnessSearch.event(takenBy: self, notBy: old)
        let lost = takesAll ? nil : WitnessSearch.event(takenBy: old, notBy: self)
        let kind: PatternRelation.Kind =
            switch (takesAll, takesOnly) {
            case (true, true): .equal
            case (true, false) where gained != nil: .widened
            case (false, true) where lost != nil: .narrowed
            case (false, false) where isProvablyDisjoint(from: old): .disjoint
            default: .incomparable
            }
        return PatternRelation(kind: kind, gained: gained, lost: lost, gainedBy: old.refusals(of: gained), lostBy: refusals(of: lost))
    }

    private func refusals(of example: String?) -> [Refusal] {
        example.flatMap { try? Event(json: $0) }.map(refusals) ?? []
    }

    private func isProvablyDisjoint(from other: EventPattern) -> Bool {
        alternatives.allSatisfy { own in other.alternatives.allSatisfy { own.isProvablyDisjoint(from: $0) } }
    }
}
