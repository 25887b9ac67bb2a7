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
    }
}

extension Ownership {
    var isOurs: Bool { if case .ours = self { true } else { false } }
}
