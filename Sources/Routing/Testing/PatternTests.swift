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
        guard let event = try? Event(json: test.event.json) else {
            return PatternTestResult(test: test, verdicts: [], missing: [], unexpected: [], undeclared: Array(test.expected ?? []).sorted())
        }
        let taking = Set(((try? compiled.matches(utf8: Array(test.event.json.utf8))) ?? []).map { rules[$0].rule.address })
        let declared = Set(rules.map(\.rule.address.name))
        let expected = test.expected ?? []
        var told = Set(taking.map(\.name)).union(expected)
        if told.isEmpty, let nearest = nearest(to: event) { told = [nearest] }
        let verdicts = rules.filter { told.contains($0.rule.address.name) }.map { rule, pattern in
            PatternTestResult.Verdict(rule: rule.address, refusals: pattern.refusals(of: event))
        }
        return PatternTestResult(
            test: test, verdicts: verdicts, missing: verdicts.filter { !$0.takes && expected.contains($0.rule.name) }.map(\.rule),
            unexpected: test.expected == nil ? [] : taking.filter { !expected.contains($0.name) }.sorted(),
            undeclared: expected.subtracting(declared).sorted())
    }

    /// The rule that refuses an event by the fewest fields.
    private func nearest(to event: Event) -> String? {
        rules.min { $0.pattern.refusals(of: event).count < $1.pattern.refusals(of: event).count }?.rule.address.name
    }
}
