import Model

/// A disabled rule has targets: it looks as if they got its events, and they get none.
enum DisabledRuleWithTargets: Check {
    static let id = "disabled-rule-with-targets"
    static let severity = Diagnostic.Severity.warning

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.table.rules.filter { !$0.isEnabled && !$0.targets.isEmpty }.compactMap { rule in
            set[rule.address].map {
                CheckFinding(
                    $0, at: "state",
                    "the rule is disabled: \(rule.targets.map(\.consumer.title).joined(separator: ", ")) get nothing by it",
                    fix: "Enable it, or say in an annotation why it stays.")
            }
        }
    }
}
