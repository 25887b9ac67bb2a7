// Proofs that hold whatever the event; where none of these applies, nothing is claimed.

extension EventPattern {
    func isProvablyIncluded(in other: EventPattern) -> Bool {
        alternatives.allSatisfy { own in
            other.alternatives.contains { own.isProvablyIncluded(in: $0) }
                || own.parts.map { parts in
                    parts.allSatisfy { part in other.alternatives.contains { part.isProvablyIncluded(in: $0) } }
                } ?? false
        }
    }
}

extension EventPattern.Conjunction {
    /// The values picked for this conjunction do for the other as well if it names no other field and takes all that these take.
    ///
    /// Absence needs more: a field is absent from the elements that the fields before it were picked from, so that a field of ours that
    /// the other doesn't name must not share an array with it.
    func isProvablyIncluded(in other: EventPattern.Conjunction) -> Bool {
        let own = Dictionary(uniqueKeysWithValues: fields.map { ($0.path, $0.comparisons) })
        let otherPaths = Set(other.fields.map(\.path))
        return other.fields.allSatisfy { field in
            guard let comparisons = own[field.path] else { return false }
            if comparisons.contains(.exists(false)),
                fields.contains(where: { $0.path < field.path && !otherPaths.contains($0.path) && $0.mayShareArray(with: field) })
            {
                return false
            }
            return FieldSearch.difference(comparisons, field.comparisons) == .none
        }
    }

    /// Conjunctions of one comparison a field that together say the same; nil where they are too many.
    fileprivate var parts: [EventPattern.Conjunction]? {
        guard fields.reduce(1, { min($0 * $1.comparisons.count, 1_000) }) <= 256 else { return nil }
        return fields.reduce([[]]) { parts, field in
            parts.flatMap { part in field.comparisons.map { part + [EventPattern.Field(path: field.path, comparisons: [$0])] } }
        }.map(EventPattern.Conjunction.init)
    }

    func isProvablyDisjoint(from other: EventPattern.Conjunction) -> Bool {
        fields.contains { field in
            guard let counterpart = other.fields.first(where: { $0.path == field.path }) else { return false }
            if EventPattern.envelope.contains(field.path) {
                return FieldSearch.intersection(field.comparisons, counterpart.comparisons) == .none
            }
            return isPresent(field) && other.isNowhere(counterpart) || other.isPresent(counterpart) && isNowhere(field)
        }
    }

    private func isPresent(_ field: EventPattern.Field) -> Bool {
        !field.comparisons.contains(.exists(false))
    }

    /// Whether the field has to be absent from the whole event, not only from some elements of an array.
    private func isNowhere(_ field: EventPattern.Field) -> Bool {
        field.comparisons == [.exists(false)] && !fields.contains { $0.path < field.path && $0.mayShareArray(with: field) }
    }
}

extension EventPattern.Field {
    /// Whether an event can hold both in one array: below a common first key.
    fileprivate func mayShareArray(with other: EventPattern.Field) -> Bool {
        let dot = UInt8(ascii: ".")
        return path.bytes.prefix { $0 != dot } == other.path.bytes.prefix { $0 != dot }
    }
}

extension EventPattern {
    /// The fields of every event that hold one text each
    /// (https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html).
    static let envelope: Set<UTF8String> = ["version", "id", "detail-type", "source", "account", "time", "region"]
}
