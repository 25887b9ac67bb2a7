import Model

/// A pattern is nearly as long as EventBridge takes: 2,048 characters unless the account's quota was raised (EventBridge user guide, "Quotas").
///
/// The next queue that somebody adds may be one too many. Beyond the quota it is an error of its own, `pattern-too-long`.
enum PatternNearQuota: Check {
    static let id = "pattern-near-quota"
    static let severity = Diagnostic.Severity.warning
    private static let quota = 2048
    private static let near = 1843

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.patternRules.compactMap { rule in
            guard let pattern = rule.resource.attributes["eventPattern"] else { return nil }
            let length = pattern.resolved(StandIn.value).json.unicodeScalars.count
            guard (near...quota).contains(length) else { return nil }
            return CheckFinding(
                rule.resource, at: "eventPattern", "the pattern has \(length) characters, of \(quota) that EventBridge takes",
                fix: "Make a rule for each queue with `forEach`, or several rules.")
        }
    }
}
