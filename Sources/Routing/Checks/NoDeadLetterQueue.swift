import Model

/// A target without a dead-letter queue: an event that can't be handed over within its retries is lost without a trace.
///
/// `spec.defaults.target` of the Stack gives one to all targets.
enum NoDeadLetterQueue: Check {
    static let id = "no-dead-letter-queue"
    static let severity = Diagnostic.Severity.warning

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.targets.filter { $0.target.deadLetterQueue == nil }.map { checked in
            CheckFinding(
                checked.resource, "\(checked.target.consumer.title) has no dead-letter queue",
                detail: "What can't be delivered within 24 hours or 185 attempts is lost.",
                fix: "Add `deadLetterConfig: {arn: …}` to the target, or to `defaults.target` of the Stack.")
        }
    }
}
