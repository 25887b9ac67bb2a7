import EventPatterns
import Model

/// What the checks look at, made once for all of them.
struct CheckedSet {
    let state: DesiredState
    let table: RoutingTable
    let matrix: RoutingMatrix
    /// The rules that pick by a pattern.
    let patternRules: [PatternRule]
    let targets: [CheckedTarget]
    /// Where in `state.resources` each is.
    private let positions: [Address: Int]

    init(_ state: DesiredState, _ patterns: [Address: WrittenPattern]) {
        let table = RoutingTable(state, patterns: patterns)
        let samples = SampleEvents(table)
        let positions = Dictionary(
            state.resources.indices.map { (state.resources[$0].address, $0) }, uniquingKeysWith: { first, _ in first })
        self.state = state
        self.table = table
        self.positions = positions
        matrix = RoutingMatrix(table)
        patternRules = table.rules.compactMap { rule in
            guard let pattern = rule.pattern, let position = positions[rule.address] else { return nil }
            return PatternRule(rule, pattern, state.resources[position], source: samples.source(on: rule.bus), table.catalog)
        }
        targets = table.rules.flatMap { rule in
            rule.targets.compactMap { target in
                guard let own = positions[target.address], let holder = positions[rule.address] else { return nil }
                return CheckedTarget(target, state.resources[own], rule: state.resources[holder])
            }
        }
    }

    subscript(address: Address) -> DesiredResource? { positions[address].map { state.resources[$0] } }
}

/// A class, as every check goes through all of them: nothing of it is copied for that.
final class PatternRule: Sendable {
    let rule: RoutedRule
    let pattern: EventPattern
    let resource: DesiredResource
    /// What events of Genesys Cloud bear as their source on the rule's bus; `nil` where none arrive there.
    let source: String?
    /// What the pattern names as `detail-type`; `nil` where it leaves that open or compares it otherwise.
    let topicNames: [String]?
    /// The topics that the pattern names, as far as the catalogue knows them. None on a bus without events of Genesys Cloud.
    let topics: [Topic]
    /// The fields that the pattern names, sorted.
    let paths: [String]

    init(_ rule: RoutedRule, _ pattern: EventPattern, _ resource: DesiredResource, source: String?, _ catalog: TopicCatalog) {
        self.rule = rule
        self.pattern = pattern
        self.resource = resource
        self.source = source
        topicNames = pattern.exactTexts(at: "detail-type")
        topics = source == nil ? [] : (topicNames ?? []).compactMap(catalog.topic(named:))
        paths = pattern.paths
    }
}

/// A class for the same reason.
final class CheckedTarget: Sendable {
    let target: RoutedTarget
    let resource: DesiredResource
    /// The rule that it is of.
    let rule: DesiredResource

    init(_ target: RoutedTarget, _ resource: DesiredResource, rule: DesiredResource) {
        self.target = target
        self.resource = resource
        self.rule = rule
    }
}
