import EventPatterns
import Model

/// What the checks look at, made once for all of them.
struct CheckedSet {
    let state: DesiredState
    let table: RoutingTable
    let matrix: RoutingMatrix
    private let resources: [Address: DesiredResource]

    init(_ state: DesiredState) {
        self.state = state
        table = RoutingTable(state)
        matrix = RoutingMatrix(table)
        resources = Dictionary(state.resources.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(address: Address) -> DesiredResource? { resources[address] }

    /// The rules that pick by a pattern.
    var patternRules: [PatternRule] {
        table.rules.compactMap { rule in
            guard let pattern = rule.pattern, let resource = resources[rule.address] else { return nil }
            let source = table.source(on: rule.bus)
            let named = pattern.exactTexts(at: "detail-type")
            return PatternRule(
                rule: rule, pattern: pattern, resource: resource, source: source,
                topics: source == nil ? [] : (named ?? []).compactMap(table.catalog.topic(named:)))
        }
    }
}

struct PatternRule {
    var rule: RoutedRule
    var pattern: EventPattern
    var resource: DesiredResource
    /// What events of Genesys Cloud bear as their source on the rule's bus; `nil` where none arrive there.
    var source: String?
    /// The topics that the pattern names, as far as the catalogue knows them. None on a bus without events of Genesys Cloud.
    var topics: [Topic]
}
