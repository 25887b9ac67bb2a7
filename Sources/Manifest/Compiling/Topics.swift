import Model

/// The names of Genesys Cloud's topics, short and in full.
enum Topics {
    static let conversationPrefix = "v2.detail.events.conversation.{id}."

    /// The conversation topics that reach EventBridge (vendor's SDK, `*_detail_event_topic_*` models).
    static let conversation = [
        "acd.start", "acd.end", "acw", "attributes", "contact", "customer.start", "customer.end", "flow.start", "flow.end", "flow.outcome",
        "outbound", "user.start", "user.end", "voicemail.start", "voicemail.end", "wrapup",
    ]
}

extension Compiler {
    /// The topics as the stack's API names them, sorted, each once. Those that it doesn't know are reported and left out.
    mutating func topics(_ topics: [Located<String>]) -> [String] {
        Set(topics.compactMap { fullName($0) }).sorted()
    }

    private mutating func fullName(_ topic: Located<String>) -> String? {
        let name = topic.value
        guard hasStack, stack.genesys.api == .public, !name.hasPrefix("v2.") else { return name }
        if Topics.conversation.contains(name) { return Topics.conversationPrefix + name }
        if name == "conversation.end" {
            findings.report(
                "unknown-topic", "the `public` API has no topic `conversation.end`", at: topic.place,
                detail:
                    "It is the `platform` API's. In `public` a conversation has several ends, one for each leg; these two carry the queue's id.",
                fix: "Use `acd.end` (the queue's part ended) or `user.end` (an agent's part ended).")
        } else {
            findings.report(
                "unknown-topic", "`\(name)` is no short name of a topic", at: topic.place,
                detail:
                    "Short names are \(Topics.conversation.joined(separator: ", ")). All others are written in full, beginning with `v2.`.",
                fix: NearMiss.question(name, among: Topics.conversation))
        }
        return nil
    }
}
