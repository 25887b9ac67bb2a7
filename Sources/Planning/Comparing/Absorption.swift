internal import EventPatterns
internal import Model

extension DesiredResource {
    /// The resource with what the live object may keep taken into what is desired, so that the differ needs no special case for it.
    ///
    /// Of a shared list of topics, everybody's stay, except those that this stack contributed once and declares no more. An event pattern that means
    /// the same keeps the spelling that is live. Fields whose changes are ignored keep all that is live.
    func absorbing(_ live: LiveObject) -> DesiredResource {
        absorbingTopics(of: live).absorbingPattern(of: live).ignoringChanges(of: live)
    }

    private func absorbingPattern(of live: LiveObject) -> DesiredResource {
        guard let declared = attributes["eventPattern"], let present = live.attributes["eventPattern"], declared != present,
            let pattern = EventPattern(declared), pattern == EventPattern(present)
        else { return self }
        var resource = self
        resource.attributes["eventPattern"] = present
        return resource
    }

    private func absorbingTopics(of live: LiveObject) -> DesiredResource {
        guard address.kind == .integration, lifecycle.listPolicy == .shared,
            let declared = attributes["topics"]?.strings, let present = live.attributes["topics"]?.strings
        else { return self }
        let contributed = Set(live.attributes["contributedTopics"]?.strings ?? [])
        let others = Set(present).subtracting(contributed.subtracting(declared))
        var resource = self
        resource.attributes["topics"] = .list(others.union(declared).sorted().map(Value.string))
        return resource
    }
}
