import Model
import OrderedCollections

extension Compiler {
    /// The rule's targets and the permissions that they need, in the order of the targets' Ids.
    mutating func targets(_ declaration: Declaration<RuleSpec>, arn ruleARN: String) -> [DesiredResource] {
        let entries = (declaration.spec.targets?.value ?? []).sorted { $0.key.value < $1.key.value }
        let rule = Address(.rule, declaration.name.value)
        let defaults = set.stacks.values.first?.spec.defaults?.value.target?.value.settings ?? [:]
        let permissions = permissions(declaration, entries, ruleARN: ruleARN)
        let ignoredChanges = ignoredTargetChanges(declaration.spec)
        let targets = entries.compactMap { entry -> DesiredResource? in
            let (id, spec) = (entry.key, entry.value.value)
            guard let arn = spec.arn else { return nil }
            var attributes = defaults.merging(spec.settings) { _, own in own }
            if declaration.isSound { check(spec, settings: attributes, id: id) }
            attributes["id"] = .string(id.value)
            attributes["arn"] = .string(arn.value)
            attributes["roleArn"] = spec.roleArn.map { .string($0.value) }
            let permission = isPermitted(spec, declaration.spec) ? permissions[arn.value] : nil
            return DesiredResource(
                address: Address(.target, rule.name, part: id.value), identity: LiveIdentity(.target, scope: ruleARN, name: id.value),
                attributes: attributes, lifecycle: Lifecycle(ignoreChanges: ignoredChanges[id.value] ?? []),
                dependencies: Set([rule] + (permission.map { [$0.address] } ?? [])), place: id.place)
        }
        return permissions.values.sorted { $0.address < $1.address } + targets
    }

    func isPermitted(_ target: TargetSpec, _ rule: RuleSpec) -> Bool {
        (target.permission?.value ?? rule.permission?.value ?? .perRule) == .perRule
    }
}
