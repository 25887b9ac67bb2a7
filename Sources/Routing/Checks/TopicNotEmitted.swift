import EventPatterns
import Model

/// A rule waits for a topic that the integration doesn't publish, so no such event ever arrives.
///
/// Add the topic to the integration's `topics`. Where the list is shared (`topicsPolicy: contribute`) another set may have added it: then this is a
/// warning; depend on what you declare all the same, since the other set may drop it.
enum TopicNotEmitted: Check {
    static let id = "topic-not-emitted"
    static let severity = Diagnostic.Severity.error

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.patternRules.flatMap { rule -> [CheckFinding] in
            guard let origin = set.table.origin(on: rule.rule.bus), let topics = origin.topics else { return [] }
            let missing = (rule.topicNames ?? []).filter { !topics.contains($0) && $0 != "conversation.end" }
            return missing.map { topic in
                CheckFinding(
                    rule.resource, at: "eventPattern.detail-type", "\(origin.integration) doesn't publish `\(Topic.shortName(topic))`",
                    detail: topics.isEmpty
                        ? "It publishes no topics." : "It publishes \(topics.map { "`\(Topic.shortName($0))`" }.joined(separator: ", ")).",
                    fix: fix(topic, topics, origin), severity: origin.isShared ? .warning : nil)
            }
        }
    }

    private static func fix(_ topic: String, _ topics: [String], _ origin: EventOrigin) -> String {
        if TopicCatalog.of(.public).topic(named: topic) == nil, let near = NearMiss.find(topic, among: topics) {
            return "Did you mean `\(near)`?"
        }
        return "Add `\(Topic.shortName(topic))` to `topics` of \(origin.integration)."
    }
}
