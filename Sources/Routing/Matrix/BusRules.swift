import EventPatterns
import Model

/// The rules of a bus, compiled together by what they say of source, topic and queue.
struct BusRules {
    private let rules: [RoutedRule]
    /// Those without such a condition take everything.
    private let open: [Int]
    private let positions: [Int]
    private let compiled: CompiledRules
    private let queuePath: String
    /// Many queues have the same rules: they share one list.
    private var groups: [[Int]: (rules: [RoutedRule], group: Int)] = [:]

    init(_ rules: [RoutedRule], queuePath: String) {
        let reduced = rules.map { $0.pattern.map { $0.keeping(["source", "detail-type", queuePath]) } }
        self.rules = rules
        self.queuePath = queuePath
        open = rules.indices.filter { if case .some(.none) = reduced[$0] { true } else { false } }
        positions = rules.indices.filter { (reduced[$0] ?? nil) != nil }
        compiled = CompiledRules(positions.compactMap { reduced[$0] ?? nil })
    }

    /// The rules that take events of a topic and a queue, and the number of this list among those of the bus.
    mutating func rules(taking topic: Topic, of queue: RoutedQueue?, from source: String) -> (rules: [RoutedRule], group: Int) {
        // Nothing else of an event is looked at.
        var event = Value.map(["source": .string(source), "detail-type": .string(topic.id)])
        if let queue { event.set(.string(queue.id), at: queuePath.split(separator: ".").map(String.init)[...]) }
        let matching = (try? compiled.matches(utf8: Array(event.json.utf8))) ?? []
        let taking = (matching.map { positions[$0] } + open).sorted()
        let known = groups[taking] ?? (taking.map { rules[$0] }, groups.count)
        groups[taking] = known
        return known
    }
}
