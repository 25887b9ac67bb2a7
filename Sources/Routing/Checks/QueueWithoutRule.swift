import Model

/// A declared queue whose events no enabled rule takes: they are published, and nobody gets them.
enum QueueWithoutRule: Check {
    static let id = "queue-without-rule"
    static let severity = Diagnostic.Severity.warning

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        let cells = Dictionary(grouping: set.matrix.cells.filter { $0.queue != nil }, by: { $0.queue?.address })
        return set.table.queues.compactMap { queue in
            guard let own = cells[queue.address], own.allSatisfy(\.rules.isEmpty), let resource = set[queue.address] else { return nil }
            let topics = own.map { "`\($0.topic.shortName)`" }.joined(separator: ", ")
            return CheckFinding(
                resource, "no rule takes the events of queue `\(queue.title)`", detail: "Published are \(topics).",
                fix: "Add it to a rule's `match.queues`, or remove the queue.")
        }
    }
}
