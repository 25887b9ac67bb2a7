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

    init(_ state: DesiredState, _ patterns: [Address: WrittenPattern]) {
        let table = RoutingTable(state, patterns: patterns)
        let samples = SampleEvents(table)
        self.state = state
        self.table = table
        matrix = RoutingMatrix(table)
        let resources = state.resources
        patternRules = table.rules.compactMap { rule in
            rule.pattern.map { PatternRule(rule, $0, resources[rule.position], source: samples.source(on: rule.bus), table.catalog) }
        }
        targets = table.rules.flatMap { rule in
            rule.targets.map { CheckedTarget($0, resources[$0.position], rule: resources[rule.position]) }
        }
    }

    /// Whether a thread for some of the checks is worth its start.
    var isLarge: Bool { table.rules.count >= 256 }

    /// By halving, since resources are in the order of their addresses.
    subscript(address: Address) -> DesiredResource? {
        var range = state.resources.indices
        while let first = range.first {
            let middle = first + range.count / 2
            let found = state.resources[middle].address
            if found == address { return state.resources[middle] }
            range = found < address ? (middle + 1)..<range.upperBound : first..<middle
        }
        return nil
    }
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
