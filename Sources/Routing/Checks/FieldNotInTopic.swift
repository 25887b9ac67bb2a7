import EventPatterns
import Model

/// A pattern filters on a field that the topic's events don't carry, so the rule never takes them: `queueId` on `customer.end`, say.
///
/// The catalogue of topics knows the fields of each topic's events (`reconcile` names the nearest one). It is a warning where another topic of the same
/// rule, or another alternative of its pattern, does carry the field. A field that Genesys Cloud added after the catalogue was made is a reason to
/// suppress this check.
enum FieldNotInTopic: Check {
    static let id = "field-not-in-topic"
    static let severity = Diagnostic.Severity.error

    private static let envelope: Set<String> = ["version", "id", "detail-type", "source", "account", "time", "region", "resources"]
    private static let publicDetail: Set<String> = ["detail.topicName", "detail.version", "detail.timestamp"]

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.patternRules.filter { !$0.topics.isEmpty }.flatMap { rule in
            rule.paths.compactMap { path in finding(path, rule, set.table.stack.genesys.api) }
        }
    }

    private static func finding(_ path: String, _ rule: PatternRule, _ api: Stack.GenesysAPI) -> CheckFinding? {
        if envelope.contains(path) || api == .public && (publicDetail.contains(path) || path.hasPrefix("detail.metadata.")) { return nil }
        let needing = rule.pattern.alternatives.filter { $0.field(at: path).map { !$0.comparisons.contains(.exists(false)) } ?? false }
        let lacking = rule.topics.filter { !$0.carries(path) }
        guard !needing.isEmpty, !lacking.isEmpty else { return nil }
        let isFatal = lacking.count == rule.topics.count && needing.count == rule.pattern.alternatives.count
        let names = lacking.map { "`\($0.shortName)`" }.joined(separator: ", ")
        return CheckFinding(
            rule.resource, at: "eventPattern.\(path)", "events of \(names) carry no `\(path)`",
            detail: isFatal ? "The rule can't take any event." : "The rule doesn't take them by this filter.", fix: fix(path, rule, api),
            severity: isFatal ? nil : .warning)
    }

    private static func fix(_ path: String, _ rule: PatternRule, _ api: Stack.GenesysAPI) -> String? {
        let body = rule.topics[0].bodyPath
        let candidates = Set(rule.topics.flatMap { topic in topic.fields.map { "\(body).\($0.path)" } })
        let moved = "\(body).\(path.drop { $0 != "." }.dropFirst())"
        if candidates.contains(moved) { return "Did you mean `\(moved)`?" }
        guard path == Topic.queuePath(api) else { return NearMiss.question(path, among: candidates) }
        let telling = TopicCatalog.of(api).topics.filter { $0.hasQueue && $0.id.hasPrefix(Topic.conversationPrefix) }
        return "These topics tell the queue: \(telling.map { "`\($0.shortName)`" }.joined(separator: ", "))."
    }
}
