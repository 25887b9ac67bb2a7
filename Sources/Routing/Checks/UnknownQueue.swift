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
        let queues = KnownQueues(set.table)
        return set.patternRules.filter { $0.source != nil }.flatMap { rule in
            texts(rule.pattern, path).compactMap { text in
                queues.problem(text).map {
                    CheckFinding(rule.resource, at: "eventPattern.\(path)", $0.summary, detail: $0.detail, fix: $0.fix)
                }
            }
        }
    }

    private static func texts(_ pattern: EventPattern, _ path: String) -> [String] {
        let comparisons = pattern.alternatives.compactMap { $0.field(at: path) }.flatMap(\.comparisons)
        let texts = comparisons.compactMap { if case .equals(.string(let text)) = $0 { text.description } else { nil } }
        return texts.count < 2 ? texts : Set(texts).sorted()
    }
}

/// The declared queues by all that somebody may write for one.
private struct KnownQueues {
    private let byName: [String: RoutedQueue]
    private let byID: [String: RoutedQueue]
    private let names: [String]
    private let api: Stack.GenesysAPI

    init(_ table: RoutingTable) {
        api = table.stack.genesys.api
        names = table.queues.map(\.address.name)
        byName = Dictionary(
            table.queues.flatMap { [($0.title, $0), ($0.address.name, $0)] }, uniquingKeysWith: { first, _ in first })
        byID = Dictionary(table.queues.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    func problem(_ text: String) -> (summary: String, detail: String?, fix: String?)? {
        let named = byID[text.lowercased()]
        if named?.id == text { return nil }
        if let queue = byName[text] {
            return ("`\(text)` is the name of \(queue.address), not its id", nil, "Write `${queue.\(queue.address.name).id}`.")
        }
        if let queue = named {
            return (
                "no queue has the id `\(text)`: \(queue.address)'s is `\(queue.id)`", "Letter case counts.",
                "Write `${queue.\(queue.address.name).id}`."
            )
        }
        guard api == .public, !text.isLowercaseUUID else { return nil }
        return (
            "`\(text)` can't be a queue's id", "Ids of Genesys Cloud are UUIDs in lower case.",
            NearMiss.find(text, among: names).map { "Did you mean `${queue.\($0).id}`?" }
        )
    }
}
