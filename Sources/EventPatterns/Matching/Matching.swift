extension EventPattern {
    /// Whether EventBridge would take the event.
    public func matches(_ event: Event) -> Bool {
        alternatives.contains { $0.matches(event) }
    }

    /// - Throws: where the text isn't a JSON object.
    public func matches(json: String) throws(Event.Invalid) -> Bool {
        matches(try Event(json: json))
    }

    /// - Throws: where the bytes aren't a JSON object in UTF-8.
    public func matches(utf8 bytes: [UInt8]) throws(Event.Invalid) -> Bool {
        matches(try Event(utf8: bytes))
    }
}

extension EventPattern.Conjunction {
    func matches(_ event: Event) -> Bool { refusingField(event) == nil }

    /// The first field for which no value can be picked such that no two of those picked are in different elements of the same array ("array
    /// consistency"); nil where the event is taken.
    ///
    /// As event-ruler does, the fields are taken in the order of their paths, and a field is absent where it has no value that goes with
    /// the values picked before it.
    func refusingField(_ event: Event) -> EventPattern.Field? {
        let leaves = fields.map { event.leaves(at: $0.path) }
        var picked: Set<ArrayMembership> = [ArrayMembership()]
        for (index, field) in fields.enumerated() {
            picked = field.extend(picked, with: leaves[index])
            if picked.isEmpty { return field }
            // An array in which no later field has values can't make a difference any more.
            let arrays = Set(leaves[(index + 1)...].joined().lazy.flatMap(\.membership.elements).map(\.array))
            picked = Set(picked.lazy.map { ArrayMembership(elements: $0.elements.filter { arrays.contains($0.array) }) })
        }
        return nil
    }
}

extension EventPattern.Field {
    /// Whether the field would take the event if there were no others.
    func matches(_ event: Event) -> Bool { !extend([ArrayMembership()], with: event.leaves(at: path)).isEmpty }
}

extension EventPattern.Field {
    fileprivate func extend(_ picked: Set<ArrayMembership>, with leaves: [Event.Leaf]) -> Set<ArrayMembership> {
        let matching = Set(leaves.lazy.filter { leaf in comparisons.contains { $0.matches(leaf.value) } }.map(\.membership))
        let mayBeAbsent = comparisons.contains(.exists(false))
        var extended: Set<ArrayMembership> = []
        for membership in picked {
            for other in matching {
                if let merged = membership.merging(other) { extended.insert(merged) }
            }
            if mayBeAbsent, !leaves.contains(where: { membership.merging($0.membership) != nil }) { extended.insert(membership) }
        }
        return extended
    }
}
