internal import Model

/// A target as ListTargetsByRule tells of it.
struct LiveTarget: Hashable, Sendable {
    let id: String
    let attributes: [String: Value]

    /// `nil` where the entry has no id.
    init?(_ wire: Value) {
        attributes = MemberCase.lowered(wire).map ?? [:]
        guard let id = attributes["id"]?.string else { return nil }
        self.id = id
    }

    func object(of rule: RuleARN, ownership: Ownership) -> LiveObject {
        LiveObject(
            identity: LiveIdentity(.target, scope: rule.description, name: id), id: id, attributes: attributes, ownership: ownership)
    }
}
