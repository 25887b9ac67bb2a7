import Model

extension Compiler {
    mutating func compile(_ declaration: Declaration<IntegrationSpec>) -> [DesiredResource] {
        let spec = declaration.spec
        check(spec.lifecycle)
        refuseDeletion(spec)
        let address = Address(.integration, declaration.name.value)
        let lifecycle = Lifecycle(
            spec.lifecycle, listPolicy: spec.topicsPolicy?.value == .exclusive ? .exclusive : .shared, ignoreChanges: ignoredChanges(spec))
        let integration = DesiredResource(
            address: address,
            identity: spec.id.map { .id(.integration, $0.value) }
                ?? LiveIdentity(.integration, name: spec.name?.value ?? declaration.name.value),
            attributes: attributes(declaration), lifecycle: lifecycle, place: declaration.place)
        guard stack.genesys.api == .public, let source = stack.eventSource(spec) else { return [integration] }
        let bus = DesiredResource(
            address: Address(.eventBus, declaration.name.value), identity: LiveIdentity(.eventBus, name: source),
            attributes: ["name": .string(source), "eventSourceName": .string(source)],
            lifecycle: Lifecycle(manage: lifecycle.manage, ensure: lifecycle.ensure, protect: lifecycle.protect),
            dependencies: [address], place: declaration.place)
        return [integration, bus]
    }

    private mutating func attributes(_ declaration: Declaration<IntegrationSpec>) -> [String: Value] {
        let spec = declaration.spec
        var attributes: [String: Value] = [:]
        // Found by its id, an integration keeps its live name unless the manifest gives another.
        if let name = spec.name?.value ?? (spec.id == nil ? declaration.name.value : nil) { attributes["name"] = .string(name) }
        if !spec.lifecycle.isAbsent { attributes["enabled"] = spec.enabled.map { .bool($0.value) } }
        let topics = spec.topics.map { Value.list(self.topics($0.value).map { .string($0) }) }
        if !spec.lifecycle.isAbsent { attributes["topics"] = topics }
        guard stack.genesys.api == .public else {
            warnOfSuffix(spec)
            return attributes
        }
        attributes["contributedTopics"] = attributes["topics"]
        attributes["awsAccountId"] = .string(stack.aws.accountID)
        attributes["awsAccountRegion"] = .string(stack.aws.region)
        if let suffix = spec.eventSourceSuffix {
            attributes["eventSourceSuffix"] = .string(suffix.value)
        } else if hasStack, declaration.isSound {
            findings.report(
                "missing-key", "`eventSourceSuffix` is missing in `spec`", at: declaration.place,
                detail: "With `api: public` it is the last part of the partner event source's name.",
                fix: "Add a name that no other integration of the organization uses, such as `prod`.")
        }
        return attributes
    }

    private mutating func refuseDeletion(_ spec: IntegrationSpec) {
        guard stack.genesys.api == .platform, hasStack, spec.lifecycle.isAbsent, let ensure = spec.lifecycle?.value.ensure else { return }
        findings.report(
            "cannot-delete", "the `platform` API can't delete an integration", at: ensure.place,
            fix: "Declare `enabled: false`, or delete it in Genesys Cloud and remove the manifest.")
    }

    private mutating func warnOfSuffix(_ spec: IntegrationSpec) {
        guard let suffix = spec.eventSourceSuffix else { return }
        findings.report(
            "meaningless-key", "`eventSourceSuffix` means nothing with `api: platform`", at: suffix.place, severity: .warning,
            detail: "Events of the `platform` API arrive on the default bus, with the source `genesys.cloud`.", fix: "Remove the key.")
    }
}
