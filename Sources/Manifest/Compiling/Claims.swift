import Model

extension Compiler {
    /// Reports resources that are one live object. Targets and permissions follow their rule.
    mutating func checkClaims(_ resources: [DesiredResource]) {
        var owners: [LiveIdentity: Int] = [:]
        for index in resources.indices where resources[index].address.kind.canBeClaimed {
            guard let first = owners[resources[index].identity] else {
                owners[resources[index].identity] = index
                continue
            }
            var (owner, resource) = (resources[first], resources[index])
            if let place = resource.place, let other = owner.place, place < other { swap(&owner, &resource) }
            findings.address = resource.address
            findings.report(
                "claimed-twice", "\(resource.address) and \(owner.address) are both the live \(claim(resource.identity))",
                at: resource.place,
                detail: owner.place.map { "\(owner.address) is declared at \($0)." },
                fix: resource.address.kind == .eventBus
                    ? "Give one integration another `eventSourceSuffix`, or remove it." : "Give one of them another name, or remove it.")
        }
        findings.address = nil
    }

    /// Without a stack a bus has no name yet.
    private func claim(_ identity: LiveIdentity) -> String {
        let name = identity.givenID.map { "with id `\($0)`" } ?? "`\(identity.name)`"
        return "\(identity.kind.rawValue) \(name)" + (identity.scope.isEmpty || !hasStack ? "" : " on bus `\(identity.scope)`")
    }
}

extension Kind {
    fileprivate var canBeClaimed: Bool {
        switch self {
        case .integration, .eventBus, .queue, .rule: true
        case .permission, .target: false
        }
    }
}
