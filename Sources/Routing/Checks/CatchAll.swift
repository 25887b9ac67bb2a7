import EventPatterns
import Model

/// A rule takes every event of the bus: its pattern names neither a topic nor anything in an event's detail.
///
/// Each event that anybody adds to the integration reaches its targets from then on, and is paid for. Name the topics that the targets understand.
enum CatchAll: Check {
    static let id = "catch-all"
    static let severity = Diagnostic.Severity.warning

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.patternRules.filter { rule in
            rule.source != nil
                && rule.pattern.alternatives.contains { alternative in
                    alternative.fields.allSatisfy { field in
                        field.path != "detail-type" && !field.path.bytes.starts(with: "detail.".utf8) || field.takesAnyText
                    }
                }
        }.map { rule in
            CheckFinding(
                rule.resource, at: "eventPattern", "the rule takes every event of bus `\(rule.rule.bus)`",
                fix: "Name the topics: `match: {topics: […]}`, or `detail-type` in the pattern.")
        }
    }
}

extension EventPattern.Field {
    fileprivate var takesAnyText: Bool { comparisons.contains(.exists(true)) || comparisons.contains(.prefix("")) }
}
