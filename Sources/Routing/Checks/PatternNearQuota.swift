import Model

/// A pattern is nearly as long as EventBridge takes, or longer: 2,048 characters unless the account's quota was raised, 4,096 at the most (EventBridge user
/// guide, "Quotas").
///
/// The next queue that somebody adds may be one too many. A pattern that `match` makes longer than 2,048, and any that is longer than 4,096, is an error of
/// its own, `pattern-too-long`.
enum PatternNearQuota: Check {
    static let id = "pattern-near-quota"
    static let severity = Diagnostic.Severity.warning
    private static let quota = 2048
    private static let near = 1843

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.patternRules.filter { $0.rule.patternLength >= near }.map { rule in
            CheckFinding(
                rule.resource, at: "eventPattern",
                "the pattern has \(rule.rule.patternLength) characters, of \(quota) that EventBridge takes unless the quota was raised",
                fix: "Make a rule for each queue with `forEach`, or several rules.")
        }
    }
}
