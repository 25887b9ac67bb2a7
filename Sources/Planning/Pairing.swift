internal import Model

/// Which live object each declared resource is: the one of its identity.
///
/// A live rule that carries the mark of a declared resource under another identity is that resource's predecessor, which `Pruning` sees to.
struct Pairing {
    var lookUps: [Address: LookUp] = [:]
    /// What the declared resources that are live already, and stay as they are, say to others.
    var outputs: [Reference: Value] = [:]
    /// The live rules that carry the stack's mark.
    var ownedRules: [LiveObject]
    /// The live objects that a declared resource claims.
    var claimed: Set<LiveIdentity> = []

    init(_ desired: DesiredState, _ observed: Observation) {
        ownedRules = observed.objects.values.filter { $0.identity.kind == .rule && $0.ownership.isOurs }
            .sorted { $0.identity < $1.identity }
        for resource in desired.declared {
            let lookUp = observed.lookUp(resource.identity)
            lookUps[resource.address] = lookUp
            guard case .present(let live) = lookUp else { continue }
            claimed.insert(live.identity)
            guard resource.lifecycle.ensure == .present, !resource.replaces(live) else { continue }
            for (output, value) in live.outputs { outputs[Reference(resource.address, output)] = value }
        }
        removeRemade(desired, observed)
    }

    /// What this stack has on a bus that is made anew goes with it: it is there no more when it is made again.
    private mutating func removeRemade(_ desired: DesiredState, _ observed: Observation) {
        let buses = desired.resources(.eventBus).filter { bus in observed.objects[bus.identity].map(bus.replaces) ?? false }
        guard !buses.isEmpty else { return }
        let names = Set(buses.map(\.identity.name))
        let rules = Set(ownedRules.filter { names.contains($0.identity.scope) }.map(\.id))
        for resource in desired.resources where resource.lifecycle.manage == .full {
            let rule = resource.address.kind == .target ? resource.identity.scope : observed.objects[resource.identity]?.id
            guard [.rule, .target].contains(resource.address.kind), let rule, rules.contains(rule) else { continue }
            lookUps[resource.address] = .absent
        }
    }
}

extension Ownership {
    var isOurs: Bool { if case .ours = self { true } else { false } }
}
