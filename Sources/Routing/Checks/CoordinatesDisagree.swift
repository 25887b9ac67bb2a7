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
        set.patternRules.flatMap { pattern($0, set.table) } + set.table.rules.flatMap(\.targets).compactMap { target($0, set) }
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

    private static func target(_ target: RoutedTarget, _ set: CheckedSet) -> CheckFinding? {
        let consumer = target.consumer
        guard consumer.service != "events", !consumer.region.isEmpty, consumer.region != set.table.stack.aws.region else { return nil }
        return set[target.address].map {
            CheckFinding(
                $0, "\(consumer.title) is in region \(consumer.region), the rule in \(set.table.stack.aws.region)",
                detail: "EventBridge reaches other regions by way of an event bus there.",
                fix: "Name a target in \(set.table.stack.aws.region), or an event bus of \(consumer.region).")
        }
    }
}
