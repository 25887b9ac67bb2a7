import EventPatterns
import Model

/// What the checks look at, made once for all of them.
struct CheckedSet {
    let state: DesiredState
    let table: RoutingTable
    let matrix: RoutingMatrix
    /// The rules that pick by a pattern.
    let patternRules: [PatternRule]
    private let resources: [Address: DesiredResource]

    init(_ state: DesiredState) {
        let table = RoutingTable(state)
        let resources = Dictionary(state.resources.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        let samples = SampleEvents(table)
        self.state = state
        self.table = table
        self.resources = resources
        matrix = RoutingMatrix(table)
        patternRules = table.rules.compactMap { rule in
            guard let pattern = rule.pattern, let resource = resources[rule.address] else { return nil }
            let source = samples.source(on: rule.bus)
            let named = pattern.exactTexts(at: "detail-type")
            return PatternRule(
                rule: rule, pattern: pattern, resource: resource, source: source,
                topics: source == nil ? [] : (named ?? []).compactMap(table.catalog.topic(named:)))
        }
    }

    subscript(address: Address) -> DesiredResource? { resources[address] }
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
