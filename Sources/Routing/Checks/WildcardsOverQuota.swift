import EventPatterns
import Model

/// A bus has more rules with wildcards than EventBridge takes: 30 (EventBridge user guide, "Quotas").
enum WildcardsOverQuota: Check {
    static let id = "wildcards-over-quota"
    static let severity = Diagnostic.Severity.warning
    private static let quota = 30

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        let rules = set.patternRules.filter { $0.pattern.hasWildcards }
        return Dictionary(grouping: rules, by: \.rule.bus).sorted { $0.key < $1.key }.compactMap { bus, rules in
            guard rules.count > quota, let first = rules.first else { return nil }
            return CheckFinding(
                first.resource, at: "eventPattern",
                "bus `\(bus)` gets \(rules.count) rules with wildcards, of \(quota) that EventBridge takes",
                fix: "Use `prefix` or `suffix` where they say the same.")
        }
    }
}

extension EventPattern {
    fileprivate var hasWildcards: Bool {
        alternatives.contains { $0.fields.contains { $0.comparisons.contains(where: \.hasWildcards) } }
    }
}

extension EventPatterns.Comparison {
    fileprivate var hasWildcards: Bool {
        switch self {
        case .wildcard, .anythingBut(.wildcards): true
        default: false
        }
    }
}
