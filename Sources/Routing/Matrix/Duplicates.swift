import EventPatterns
public import Model

extension RoutingMatrix {
    /// One consumer that gets one event by two rules.
    public struct Duplicate: Hashable, Sendable {
        public let consumer: Consumer
        public let first: Address
        public let second: Address
        /// An event that both take.
        public let event: EventLabel
    }

    /// Each consumer once for each rule that hands it what an earlier rule does as well, proved by an event.
    ///
    /// Rules that take one event are found together, not pair by pair, and cells with the same rules are looked at once: it takes no longer than to read
    /// the matrix.
    public var duplicates: [Duplicate] {
        var looked: Set<[String]> = []
        var found: [[String]: Duplicate] = [:]
        var order: [[String]] = []
        for cell in cells where cell.rules.count > 1 && looked.insert([cell.bus, cell.topic.id, "\(cell.group)"]).inserted {
            let crowded = cell.receivers.filter { $0.rules.count > 1 }
            guard !crowded.isEmpty else { continue }
            for (event, rules) in takers(of: cell) {
                for (consumer, own) in crowded {
                    let taking = own.filter { rules.contains($0.address) }
                    for second in taking.dropFirst() {
                        let key = [consumer.arn, "\(taking[0].address)", "\(second.address)"]
                        guard found[key] == nil else { continue }
                        order.append(key)
                        found[key] = Duplicate(consumer: consumer, first: taking[0].address, second: second.address, event: event)
                    }
                }
            }
        }
        return order.compactMap { found[$0] }
    }

    /// Sample events of a cell, each with the rules of the cell that take it.
    private func takers(of cell: Cell) -> [(event: EventLabel, rules: Set<Address>)] {
        let rules = cell.rules.filter { $0.pattern != nil }
        let patterns = rules.compactMap(\.pattern)
        let compiled = CompiledRules(patterns)
        return samples.events(for: patterns, cell.topic, of: cell.queue, on: cell.bus).map { sample in
            let taking = (try? compiled.matches(utf8: Array(sample.json.utf8))) ?? []
            return (sample.label, Set(taking.map { rules[$0].address }))
        }
    }
}
