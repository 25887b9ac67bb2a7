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
    /// Whether one value can be picked for each field such that no two are in different elements of the same array ("array consistency").
    ///
    /// As event-ruler does, the fields are taken in the order of their paths, and a field is absent where it has no value that goes with
    /// the values picked before it.
    func matches(_ event: Event) -> Bool {
        let leaves = fields.map { event.leaves(at: $0.path) }
        var picked: Set<ArrayMembership> = [ArrayMembership()]
        for (index, field) in fields.enumerated() {
            picked = field.extend(picked, with: leaves[index])
            if picked.isEmpty { return false }
            // An array in which no later field has values can't make a difference any more.
            let arrays = Set(leaves[(index + 1)...].joined().lazy.flatMap(\.membership.elements).map(\.array))
            picked = Set(picked.lazy.map { ArrayMembership(elements: $0.elements.filter { arrays.contains($0.array) }) })
        }
        return true
    }
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
