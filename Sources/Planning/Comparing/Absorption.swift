internal import Model

extension DesiredResource {
    /// The resource with what others contribute to it taken into what is desired, so that the differ needs no special case for it.
    ///
    /// Of a shared list of topics, everybody's stay, except those that this stack contributed once and declares no more.
    func absorbing(_ live: LiveObject?) -> DesiredResource {
        guard let live, address.kind == .integration, lifecycle.listPolicy == .shared,
            let declared = attributes["topics"]?.strings, let present = live.attributes["topics"]?.strings
        else { return self }
        let contributed = Set(live.attributes["contributedTopics"]?.strings ?? [])
        let others = Set(present).subtracting(contributed.subtracting(declared))
        var resource = self
        resource.attributes["topics"] = .list(others.union(declared).sorted().map(Value.string))
        return resource
    }
}
