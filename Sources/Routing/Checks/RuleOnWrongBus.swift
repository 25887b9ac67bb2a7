import EventPatterns
import Model

/// A rule sits on a bus on which the events that it waits for never arrive.
///
/// Events of a partner event source arrive on the bus of the same name and nowhere else; with `api: platform` they arrive on the default bus. Name the
/// `integration` instead of the bus, and `reconcile` derives it.
enum RuleOnWrongBus: Check {
    static let id = "rule-on-wrong-bus"
    static let severity = Diagnostic.Severity.error

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.patternRules.compactMap { rule in
            guard let arrival = arrival(of: rule, set.table) else { return nil }
            return CheckFinding(
                rule.resource, at: "eventBusName",
                "the events that the rule waits for arrive on bus `\(arrival)`, not on `\(rule.rule.bus)`",
                fix: "Name the integration instead of the bus: `integration: NAME`.")
        }
    }

    /// The bus on which the events arrive, where it is another than the rule's.
    private static func arrival(of rule: PatternRule, _ table: RoutingTable) -> String? {
        let sources = rule.pattern.exactTexts(at: "source") ?? []
        if !sources.isEmpty {
            let buses = sources.compactMap { source in
                table.origins.first { $0.source == source }?.bus ?? (source.hasPrefix("aws.partner/genesys.com/") ? source : nil)
            }
            guard buses.count == sources.count, !buses.contains(rule.rule.bus) else { return nil }
            return buses.first
        }
        guard rule.source == nil, let topics = rule.topicNames else { return nil }
        guard topics.allSatisfy({ table.catalog.topic(named: $0)?.id == $0 }) else { return nil }
        return table.origins.first?.bus
    }
}
