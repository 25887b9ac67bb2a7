import EventPatterns
import Model

/// A pattern filters by a queue id that no queue has: a queue's name in the place of its id, an id in upper case, or no UUID at all.
///
/// Ids are compared letter by letter. Declare the queue and refer to it, `${queue.NAME.id}`, and the id is filled in. Whether an id that looks right
/// exists is seen by `plan`, which asks Genesys Cloud.
enum UnknownQueue: Check {
    static let id = "unknown-queue"
    static let severity = Diagnostic.Severity.error

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        let path = Topic.queuePath(set.table.stack.genesys.api)
        let ids = Set(set.table.queues.map(\.id))
        return set.patternRules.filter { $0.source != nil }.flatMap { rule in
            texts(rule.pattern, path).filter { !ids.contains($0) }.compactMap { text in
                problem(text, set.table).map {
                    CheckFinding(rule.resource, at: "eventPattern.\(path)", $0.summary, detail: $0.detail, fix: $0.fix)
                }
            }
        }
    }

    private static func texts(_ pattern: EventPattern, _ path: String) -> [String] {
        let comparisons = pattern.alternatives.compactMap { $0.field(at: path) }.flatMap(\.comparisons)
        return Set(comparisons.compactMap { if case .equals(.string(let text)) = $0 { text.description } else { nil } }).sorted()
    }

    private static func problem(_ text: String, _ table: RoutingTable) -> (summary: String, detail: String?, fix: String?)? {
        if let queue = table.queues.first(where: { $0.title == text || $0.address.name == text }) {
            return ("`\(text)` is the name of \(queue.address), not its id", nil, "Write `${queue.\(queue.address.name).id}`.")
        }
        if let queue = table.queues.first(where: { $0.id.lowercased() == text.lowercased() }) {
            return (
                "no queue has the id `\(text)`: \(queue.address)'s is `\(queue.id)`", "Letter case counts.",
                "Write `${queue.\(queue.address.name).id}`."
            )
        }
        guard table.stack.genesys.api == .public, !text.isLowercaseUUID else { return nil }
        return (
            "`\(text)` can't be a queue's id", "Ids of Genesys Cloud are UUIDs in lower case.",
            NearMiss.find(text, among: table.queues.map(\.address.name)).map { "Did you mean `${queue.\($0).id}`?" }
        )
    }
}
