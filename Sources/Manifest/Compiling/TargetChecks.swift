import Model

extension Compiler {
    /// What a target's fields mean together.
    mutating func check(_ target: TargetSpec, settings: [String: Value], id: Located<String>) {
        guard let text = target.arn?.value, let arn = ARN(text) else { return }
        if arn.service == "sqs", arn.resource.hasSuffix(".fifo"), settings["sqsParameters"]?["messageGroupId"] == nil {
            findings.report(
                "missing-key", "`sqsParameters.messageGroupId` is missing in target `\(id.value)`", at: id.place,
                detail: "A FIFO queue takes no message without a group.")
        }
        guard hasStack else { return }
        warnOfNeedlessRole(target)
        if let queue = settings["deadLetterConfig"]?["arn"]?.string { checkDeadLetterQueue(queue, id: id) }
    }

    private mutating func checkDeadLetterQueue(_ text: String, id: Located<String>) {
        guard let queue = ARN(text) else { return }
        let isHere = queue.region == stack.aws.region && queue.account == stack.aws.accountID
        guard queue.service != "sqs" || queue.resource.hasSuffix(".fifo") || !isHere else { return }
        findings.report(
            "dead-letter-queue", "target `\(id.value)` can't use the dead-letter queue `\(text)`", at: id.place,
            detail: "It must be a standard SQS queue in account \(stack.aws.accountID) and region \(stack.aws.region).")
    }

    /// EventBridge invokes a function of the same account by the function's own policy; with a role it may fail to.
    private mutating func warnOfNeedlessRole(_ target: TargetSpec) {
        guard let role = target.roleArn, let function = target.arn.flatMap({ LambdaFunction($0.value) }),
            function.account == stack.aws.accountID
        else { return }
        findings.report(
            "needless-role", "a Lambda target in the same account needs no `roleArn`", at: role.place, severity: .warning,
            detail: "EventBridge invokes the function by the function's resource policy, which `permission: perRule` sees to. "
                + "With a role, delivery fails unless the role's trust and permissions are right as well.",
            fix: "Remove `roleArn`.")
    }
}
