import EventPatterns
import Model

/// Region, account or event source suffix of one manifest don't agree with those of another: the rule waits for events of another account, or hands them to
/// a target that it can't reach.
///
/// EventBridge invokes targets in other regions only where they are event buses.
enum CoordinatesDisagree: Check {
    static let id = "coordinates-disagree"
    static let severity = Diagnostic.Severity.error

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.patternRules.flatMap { pattern($0, set.table) } + set.targets.compactMap { target($0, set.table.stack.aws) }
    }

    private static func pattern(_ rule: PatternRule, _ table: RoutingTable) -> [CheckFinding] {
        guard let source = rule.source else { return [] }
        let stack = table.stack
        let expected = [("account", stack.aws.accountID), ("region", stack.aws.region), ("source", source)]
        return expected.filter { !rule.pattern.admits($0.1, at: $0.0) }.map { path, value in
            let named = rule.pattern.exactTexts(at: path)?.map { "`\($0)`" }.joined(separator: ", ")
            return CheckFinding(
                rule.resource, at: "eventPattern.\(path)",
                "events on bus `\(rule.rule.bus)` have \(path) `\(value)`, which the pattern doesn't take",
                detail: named.map { "It takes \($0)." },
                fix: path == "source" ? "Write `${integration.NAME.eventSource}`." : "Write `\(value)`.")
        }
    }

    private static func target(_ checked: CheckedTarget, _ aws: Stack.AWS) -> CheckFinding? {
        let consumer = checked.target.consumer
        guard consumer.service != "events", !consumer.region.isEmpty, consumer.region != aws.region else { return nil }
        return CheckFinding(
            checked.resource, "\(consumer.title) is in region \(consumer.region), the rule in \(aws.region)",
            detail: "EventBridge reaches other regions by way of an event bus there.",
            fix: "Name a target in \(aws.region), or an event bus of \(consumer.region).")
    }
}
