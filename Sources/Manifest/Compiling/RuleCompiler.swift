import Model

extension Compiler {
    mutating func compile(_ declaration: Declaration<RuleSpec>) -> [DesiredResource] {
        findings.address = Address(.rule, declaration.name.value)
        let spec = declaration.spec
        let name = spec.name?.value ?? declaration.name.value
        check(spec.lifecycle)
        checkName(declaration)
        if spec.lifecycle.isAbsent { return absent(declaration, name: name).map { [$0] } ?? [] }
        checkFilter(declaration)
        guard let bus = bus(declaration) else {
            // The references of a rule without a bus are checked all the same.
            if let match = spec.match { _ = pattern(match.value, source: "") }
            return []
        }
        let rule = DesiredResource(
            address: Address(.rule, declaration.name.value), identity: LiveIdentity(.rule, scope: bus.name, name: name),
            attributes: attributes(declaration, name: name, bus: bus),
            lifecycle: Lifecycle(
                spec.lifecycle, listPolicy: spec.targetsPolicy?.value == .shared ? .shared : .exclusive, ignoreChanges: ignoredChanges(spec)
            ),
            dependencies: bus.address.map { [$0] } ?? [], place: declaration.place, places: places(spec))
        return [rule] + targets(declaration, on: RuleSource(stack.aws, bus: bus.name, rule: name))
    }

    /// Its targets and permissions go with it, whatever of them is declared.
    private mutating func absent(_ declaration: Declaration<RuleSpec>, name: String) -> DesiredResource? {
        guard let bus = bus(declaration) else { return nil }
        return DesiredResource(
            address: Address(.rule, declaration.name.value), identity: LiveIdentity(.rule, scope: bus.name, name: name),
            attributes: ["name": .string(name), "eventBusName": .string(bus.name)], lifecycle: Lifecycle(declaration.spec.lifecycle),
            place: declaration.place)
    }

    private func places(_ spec: RuleSpec) -> AttributePlaces {
        var places = spec.eventPattern?.value.places ?? [:]
        if let match = spec.match {
            places.add("eventPattern", at: match.place)
            if let topics = match.value.topics { places.add("eventPattern.detail-type", at: topics.place) }
            if let queues = match.value.queues { places.add("eventPattern.detail", at: queues.place) }
        }
        if let role = spec.roleArn { places.add("roleArn", at: role.place) }
        if let bus = spec.eventBusName ?? spec.integration { places.add("eventBusName", at: bus.place) }
        if let state = spec.state { places.add("state", at: state.place) }
        return places
    }

    private mutating func attributes(_ declaration: Declaration<RuleSpec>, name: String, bus: RuleBus) -> [String: Value] {
        let spec = declaration.spec
        var attributes = [String: Value](minimumCapacity: 6)
        attributes["name"] = .string(name)
        attributes["eventBusName"] = .string(bus.name)
        attributes["state"] = .string(spec.state?.value ?? "ENABLED")
        if let pattern = spec.eventPattern?.value {
            attributes["eventPattern"] = pattern.value
            if pattern.value.isKnown { patterns.append((Address(.rule, declaration.name.value), pattern.parsed)) }
        } else if let match = spec.match {
            let pattern = pattern(match.value, source: bus.source)
            attributes["eventPattern"] = pattern
            checkLength(pattern, of: match)
        }
        attributes["scheduleExpression"] = spec.scheduleExpression.map { .string($0.value) }
        attributes["description"] = spec.description.map { .string($0.value) }
        attributes["roleArn"] = spec.roleArn.map { .string($0.value) }
        if let tags = spec.tags?.value, !tags.isEmpty {
            attributes["tags"] = .map(Dictionary(tags.map { ($0.key.value, .string($0.value.value)) }, uniquingKeysWith: { $1 }))
        }
        return attributes
    }

    private mutating func checkName(_ declaration: Declaration<RuleSpec>) {
        guard declaration.spec.name == nil, declaration.isSound else { return }
        if let forEach = declaration.spec.forEach {
            findings.report(
                "missing-key", "rules made by `forEach` need a `name` each", at: forEach.place,
                fix: "Add a live name to `spec`, such as `name: \"ended-${queue.name}\"`.")
            return
        }
        guard !StringFormat.ruleName.accepts(declaration.name.value) else { return }
        findings.report(
            "invalid-value", "`\(declaration.name.value)` can't be a rule's live name", at: declaration.name.place,
            detail: "Expected \(StringFormat.ruleName.expectation).", fix: "Give the live name in `spec.name`.")
    }

    private mutating func checkFilter(_ declaration: Declaration<RuleSpec>) {
        let spec = declaration.spec
        let isReference = spec.lifecycle?.value.manage?.value == .reference
        if isReference, let targets = spec.targets {
            findings.report(
                "reference-with-targets", "a rule that is only referred to can't have targets", at: targets.place,
                detail: "`lifecycle.manage: reference` means that nothing of it is changed.", fix: "Remove `targets`, or manage the rule.")
        }
        guard declaration.isSound, !isReference, spec.match == nil, spec.eventPattern == nil, spec.scheduleExpression == nil else { return }
        findings.report(
            "missing-key", "the rule doesn't say what it picks", at: declaration.place,
            fix: "Add `match`, `eventPattern` or `scheduleExpression` to `spec`.")
    }
}
