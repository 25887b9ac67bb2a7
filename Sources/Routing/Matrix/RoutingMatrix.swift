import EventPatterns
public import Model

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
    }

    /// By bus, topic and queue.
    public let cells: [Cell]
    private let samples: SampleEvents

    public init(_ table: RoutingTable) {
        let samples = SampleEvents(table)
        self.samples = samples
        cells = table.origins.flatMap { origin in
            let picking = BusRules(
                table.rules.filter { $0.bus == origin.bus && $0.isEnabled }, queuePath: Topic.queuePath(table.stack.genesys.api))
            let topics = (origin.topics ?? []).sorted().map {
                table.catalog.topic(named: $0) ?? Topic(id: $0, fields: [], api: table.stack.genesys.api)
            }
            return topics.flatMap { topic in
                (topic.hasQueue ? table.queues.map { $0 } : [nil]).map { queue in
                    let event = samples.event(topic, of: queue, from: origin.source)
                    return Cell(topic: topic, queue: queue, bus: origin.bus, rules: picking.rules(taking: event))
                }
            }
        }
    }

    /// Cells that no rule takes.
    public var gaps: [Cell] { cells.filter(\.rules.isEmpty) }
}

extension RoutingMatrix {
    /// One consumer that gets one event by two rules.
    public struct Duplicate: Hashable, Sendable {
        public let consumer: Consumer
        public let first: Address
        public let second: Address
        /// An event that both take.
        public let event: EventLabel
    }

    /// Each pair of rules and consumer once, proved by an event.
    public var duplicates: [Duplicate] {
        var seen: Set<[String]> = []
        var duplicates: [Duplicate] = []
        for cell in cells {
            for (consumer, rules) in cell.receivers where rules.count > 1 {
                for (index, first) in rules.enumerated() {
                    for second in rules[(index + 1)...] where seen.insert([consumer.arn, "\(first.address)", "\(second.address)"]).inserted
                    {
                        guard let event = event(takenBy: first, and: second) else { continue }
                        duplicates.append(Duplicate(consumer: consumer, first: first.address, second: second.address, event: event))
                    }
                }
            }
        }
        return duplicates
    }

    private func event(takenBy first: RoutedRule, and second: RoutedRule) -> EventLabel? {
        guard let one = first.pattern, let other = second.pattern else { return nil }
        return samples.events(for: [one, other], on: first.bus).first { sample in
            guard let event = try? Event(json: sample.json) else { return false }
            return one.matches(event) && other.matches(event)
        }?.label
    }
}

extension RoutingMatrix.Cell {
    /// Who gets the events, each with the rules by which it does.
    public var receivers: [(consumer: Consumer, rules: [RoutedRule])] {
        var receivers: [Consumer: [RoutedRule]] = [:]
        for rule in rules { for consumer in Set(rule.targets.map(\.consumer)) { receivers[consumer, default: []].append(rule) } }
        return receivers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

/// The rules of a bus, compiled together by what they say of source, topic and queue.
private struct BusRules {
    private let rules: [RoutedRule]
    /// Those without such a condition take everything.
    private let open: [Int]
    private let positions: [Int]
    private let compiled: CompiledRules

    init(_ rules: [RoutedRule], queuePath: String) {
        let reduced = rules.map { $0.pattern.map { $0.keeping(["source", "detail-type", queuePath]) } }
        self.rules = rules
        open = rules.indices.filter { if case .some(.none) = reduced[$0] { true } else { false } }
        positions = rules.indices.filter { (reduced[$0] ?? nil) != nil }
        compiled = CompiledRules(positions.compactMap { reduced[$0] ?? nil })
    }

    func rules(taking event: EventSample) -> [RoutedRule] {
        let matching = (try? compiled.matches(utf8: Array(event.json.utf8))) ?? []
        return (matching.map { positions[$0] } + open).sorted().map { rules[$0] }
    }
}
