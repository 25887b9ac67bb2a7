import EventPatterns
import Model

/// A pattern waits for `conversation.end`, which the documented API doesn't have: it is the tutorial's topic (`api: platform`).
///
/// In `public` a conversation has several ends, one for each leg. `acd.end` says that a queue's part ended, `user.end` that an agent's part ended; both
/// carry the queue's id. `customer.end` is nearest in meaning, but doesn't.
enum ConversationEndInPublic: Check {
    static let id = "conversation-end-in-public"
    static let severity = Diagnostic.Severity.error

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        guard set.table.stack.genesys.api == .public else { return [] }
        return set.patternRules.filter {
            $0.source != nil && $0.topicNames?.contains("conversation.end") == true
        }
        .map { rule in
            CheckFinding(
                rule.resource, at: "eventPattern.detail-type", "the `public` API has no topic `conversation.end`",
                detail: "It is the `platform` API's.",
                fix:
                    "Use `\(Topic.conversationPrefix)acd.end` (the queue's part ended) or `\(Topic.conversationPrefix)user.end` (an agent's part)."
            )
        }
    }
}
