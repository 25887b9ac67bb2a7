import EventPatterns
import Model

/// Holds events against the declared rules, as EventBridge would.
public struct PatternTests: Sendable {
    private let rules: [(rule: RoutedRule, pattern: EventPattern)]
    private let compiled: CompiledRules

    /// The rules that are enabled and pick by a pattern.
    public init(_ table: RoutingTable) {
        let rules = table.rules.filter(\.isEnabled).compactMap { rule in rule.pattern.map { (rule: rule, pattern: $0) } }
        self.rules = rules
        compiled = CompiledRules(rules.map(\.pattern))
    }

    public func run(_ test: PatternTestCase) -> PatternTestResult {
        let matching = (try? compiled.matches(utf8: Array(test.event.json.utf8))) ?? []
        let taking = matching.map { rules[$0].rule }.filter { test.bus == nil || $0.bus == test.bus }
        let names = Set(taking.map(\.address.name))
        let expected = test.expected?.rules
        let verdicts = verdicts(test, told: names.union(expected ?? []))
        let consumers = Set(taking.flatMap(\.targets).map(\.consumer))
        let expectedConsumers = test.expected?.consumers ?? consumers
        return PatternTestResult(
            test: test, verdicts: verdicts,
            missing: verdicts.filter { !$0.takes && expected?.contains($0.rule.name) == true }.map(\.rule),
            unexpected: taking.map(\.address).filter { expected?.contains($0.name) == false }.sorted(),
            undeclared: (expected ?? []).subtracting(rules.map(\.rule.address.name)).sorted(),
            missingConsumers: expectedConsumers.subtracting(consumers).sorted(),
            unexpectedConsumers: consumers.subtracting(expectedConsumers).sorted())
    }

    private func verdicts(_ test: PatternTestCase, told: Set<String>) -> [PatternTestResult.Verdict] {
        guard let event = try? Event(json: test.event.json) else { return [] }
        let told = told.isEmpty ? Set(nearest(to: event, on: test.bus).map { [$0] } ?? []) : told
        return rules.filter { told.contains($0.rule.address.name) }.map { rule, pattern in
            PatternTestResult.Verdict(
                rule: rule.address, refusals: pattern.refusals(of: event),
                otherBus: test.bus.flatMap { $0 == rule.bus ? nil : rule.bus })
        }
    }

    /// The rule that refuses an event by the fewest fields.
    private func nearest(to event: Event, on bus: String?) -> String? {
        rules.filter { bus == nil || $0.rule.bus == bus }
            .min { $0.pattern.refusals(of: event).count < $1.pattern.refusals(of: event).count }?.rule.address.name
    }
}
