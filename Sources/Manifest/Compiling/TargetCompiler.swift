import Model

extension Compiler {
    /// The rule's targets and the permissions that they need, in the order of the targets' Ids.
    mutating func targets(_ declaration: Declaration<RuleSpec>, arn ruleARN: String) -> [DesiredResource] {
        let entries = (declaration.spec.targets?.value ?? []).sorted { $0.key.value < $1.key.value }
        let rule = Address(.rule, declaration.name.value)
        let permissions = permissions(declaration, entries, ruleARN: ruleARN)
        let targets = entries.compactMap { entry -> DesiredResource? in
            let (id, spec) = (entry.key, entry.value.value)
            guard let arn = spec.arn else { return nil }
            if declaration.isSound { check(spec, entry) }
            var attributes = spec.settings
            attributes["id"] = .string(id.value)
            attributes["arn"] = .string(arn.value)
            attributes["roleArn"] = spec.roleArn.map { .string($0.value) }
            let permission = isPermitted(spec, declaration.spec) ? permissions[arn.value] : nil
            return DesiredResource(
                address: Address(.target, rule.name, part: id.value), identity: LiveIdentity(.target, scope: ruleARN, name: id.value),
                attributes: attributes, dependencies: Set([rule] + (permission.map { [$0.address] } ?? [])), place: id.place)
        }
        return permissions.values.sorted { $0.address < $1.address } + targets
    }

    private mutating func check(_ spec: TargetSpec, _ entry: MapEntry<TargetSpec>) {
        guard let text = spec.arn?.value, let arn = ARN(text) else { return }
        warnOfNeedlessRole(spec)
        if arn.service == "sqs", arn.resource.hasSuffix(".fifo"), spec.settings["sqsParameters"]?["messageGroupId"] == nil {
            findings.report(
                "missing-key", "`sqsParameters.messageGroupId` is missing in target `\(entry.key.value)`", at: entry.key.place,
                detail: "A FIFO queue takes no message without a group.")
        }
        guard hasStack, let queue = spec.settings["deadLetterConfig"]?["arn"]?.string, let dead = ARN(queue) else { return }
        guard
            dead.service != "sqs" || dead.resource.hasSuffix(".fifo") || dead.region != stack.aws.region
                || dead.account != stack.aws.accountID
        else { return }
        findings.report(
            "dead-letter-queue", "target `\(entry.key.value)` can't use the dead-letter queue `\(queue)`", at: entry.key.place,
            detail: "It must be a standard SQS queue in account \(stack.aws.accountID) and region \(stack.aws.region).")
    }

    /// EventBridge invokes a function of the same account by the function's own policy; with a role it may fail to.
    private mutating func warnOfNeedlessRole(_ spec: TargetSpec) {
        guard hasStack, let role = spec.roleArn, let function = spec.arn.flatMap({ LambdaFunction($0.value) }),
            function.account == stack.aws.accountID
        else { return }
        findings.report(
            "needless-role", "a Lambda target in the same account needs no `roleArn`", at: role.place, severity: .warning,
            detail:
                "EventBridge invokes the function by the function's resource policy, and the statement for it is declared with the rule. "
                + "With a role, delivery fails unless the role's trust and permissions are right as well.",
            fix: "Remove `roleArn`.")
    }

    func isPermitted(_ target: TargetSpec, _ rule: RuleSpec) -> Bool {
        (target.permission?.value ?? rule.permission?.value ?? .perRule) == .perRule
    }
}
