public import Model

/// The part of a plan that its mutations touch: all that must be read again to tell whether they can still be made, or were.
extension Plan {
    /// Integrations, buses and queues, which are few and depend on each other, and the rules that change, each with its targets and its permissions.
    private var touched: [Change] {
        let rules = Set(mutations.map(\.address).filter(\.kind.isOfRule).map(\.name))
        return changes.filter { !$0.address.kind.isOfRule || $0.action.isMutating || rules.contains($0.address.name) }
    }

    /// The live objects of that part.
    public var focus: Set<LiveIdentity> { Set(touched.map(\.identity)) }

    /// What is to be asked of the clouds for that part.
    public var desiredPart: DesiredState {
        let focus = focus
        // What a partial plan leaves out may still be what a rule of it refers to.
        func isPart(_ resource: DesiredResource) -> Bool { !resource.address.kind.isOfRule || focus.contains(resource.identity) }
        var part = desired
        part.resources.removeAll { !isPart($0) }
        part.absent.removeAll { !isPart($0) }
        return part
    }

    /// Another plan for the same manifests, without what this one doesn't touch.
    public func part(of other: Plan) -> Plan {
        let addresses = Set(touched.map(\.address))
        var part = other
        part.changes.removeAll { !addresses.contains($0.address) }
        part.diagnostics.removeAll { $0.address.map { !addresses.contains($0) } ?? false }
        (part.manifests, part.declared, part.owned) = (manifests, declared, owned)
        return part
    }
}
