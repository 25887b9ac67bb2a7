import Model

extension Compiler {
    /// The rule's targets and the permissions that they need, in the order of the targets' Ids.
    mutating func targets(_ declaration: Declaration<RuleSpec>, on bus: RuleSource) -> [DesiredResource] {
        let entries = (declaration.spec.targets?.value ?? []).sorted { $0.key.value < $1.key.value }
        let rule = Address(.rule, declaration.name.value)
        var permissions: [DesiredResource] = []
        let ignoredChanges = ignoredTargetChanges(declaration.spec)
        let targets = entries.compactMap { entry -> DesiredResource? in
            let (id, spec) = (entry.key, entry.value.value)
            guard let arn = spec.arn else { return nil }
            var attributes = [String: Value](minimumCapacity: defaultSettings.count + spec.settings.count + 3)
            attributes.merge(defaultSettings) { _, own in own }
            attributes.merge(spec.settings) { _, own in own }
            if declaration.isSound { check(spec, settings: attributes, id: id) }
            var dependencies = [rule]
            for permission in self.permissions(grants(spec, of: declaration.spec, settings: attributes), id, of: rule, on: bus) {
                let same = permissions.first { $0.identity == permission.identity }
                if same == nil { permissions.append(permission) }
                dependencies.append((same ?? permission).address)
            }
            attributes["id"] = .string(id.value)
            attributes["arn"] = .string(arn.value)
            attributes["roleArn"] = spec.roleArn.map { .string($0.value) }
            return DesiredResource(
                address: Address(.target, rule.name, part: id.value), identity: LiveIdentity(.target, scope: bus.rule, name: id.value),
                attributes: attributes, lifecycle: Lifecycle(ignoreChanges: ignoredChanges[id.value] ?? []),
                dependencies: Set(dependencies),
                place: id.place, places: spec.roleArn.map { ["roleArn": $0.place] } ?? [:])
        }
        return permissions.sorted { $0.address < $1.address } + targets
    }
}
