import Model

extension Compiler {
    /// Reports resources that are one live object. Targets and permissions follow their rule.
    mutating func checkClaims(_ resources: [DesiredResource]) {
        var owners: [LiveIdentity: DesiredResource] = [:]
        for resource in resources where [.integration, .eventBus, .queue, .rule].contains(resource.address.kind) {
            guard let owner = owners[resource.identity] else {
                owners[resource.identity] = resource
                continue
            }
            findings.address = resource.address
            findings.report(
                "claimed-twice", "\(resource.address) and \(owner.address) are both the live \(resource.identity.claim)",
                at: resource.place,
                detail: owner.place.map { "\(owner.address) is declared at \($0)." }, fix: "Give one of them another name, or remove it.")
        }
        findings.address = nil
    }
}

extension LiveIdentity {
    fileprivate var claim: String {
        let name = givenID.map { "with id `\($0)`" } ?? "`\(self.name)`"
        return "\(kind.rawValue) \(name)" + (scope.isEmpty ? "" : " on bus `\(scope)`")
    }
}
