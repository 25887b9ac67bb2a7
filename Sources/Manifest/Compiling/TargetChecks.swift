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
}
