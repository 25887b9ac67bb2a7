import EventPatterns
import Model

/// Queue × topic → who gets the events: for each topic that is published and each queue that its events may be of, the rules that take them.
///
/// A rule is in a cell where its pattern takes the topic and the queue, whatever else it filters by.
public struct RoutingMatrix: Sendable {
    public struct Cell: Hashable, Sendable {
        public let topic: Topic
        /// `nil` where the topic's events don't tell their queue.
        public let queue: RoutedQueue?
        public let bus: String
        /// The enabled rules, in the order of their addresses.
        public let rules: [RoutedRule]
        /// The same for cells of one topic and bus with the same rules.
        let group: Int
    }

    /// By bus, topic and queue.
    public let cells: [Cell]
    let samples: SampleEvents

    public init(_ table: RoutingTable) {
        let samples = SampleEvents(table)
        self.samples = samples
        cells = table.origins.flatMap { origin in
            let topics = (origin.topics ?? []).sorted().map {
                table.catalog.topic(named: $0) ?? Topic(id: $0, fields: [], api: table.stack.genesys.api)
            }
            let subjects = topics.flatMap { topic in (topic.hasQueue ? table.queues.map { $0 } : [nil]).map { (topic, $0) } }
            guard !subjects.isEmpty else { return [Cell]() }
            var picking = BusRules(
                table.rules.filter { $0.bus == origin.bus && $0.isEnabled }, queuePath: Topic.queuePath(table.stack.genesys.api))
            return subjects.map { topic, queue in
                let (rules, group) = picking.rules(taking: topic, of: queue, from: origin.source)
                return Cell(topic: topic, queue: queue, bus: origin.bus, rules: rules, group: group)
            }
        }
    }

    /// Cells that no rule takes.
    public var gaps: [Cell] { cells.filter(\.rules.isEmpty) }
}

extension RoutingMatrix.Cell {
    /// Who gets the events, each with the rules by which it does.
    public var receivers: [(consumer: Consumer, rules: [RoutedRule])] {
        var receivers: [Consumer: [RoutedRule]] = [:]
        for rule in rules { for consumer in Set(rule.targets.map(\.consumer)) { receivers[consumer, default: []].append(rule) } }
        return receivers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
