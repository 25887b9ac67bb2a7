import EventPatterns
import Model

/// How long an event pattern is as EventBridge counts it, ids that aren't known yet with the 36 characters that they will have.
enum PatternLength {
    /// What an account may have unless AWS raises its quota (EventBridge user guide, "Quotas").
    static let quota = 2048
    /// What the API takes at all (botocore, `PutRule`).
    static let limit = 4096

    static let detail = "EventBridge takes \(quota) unless the account's quota was raised, \(limit) at the most."

    /// An id that isn't known yet.
    static let standIn = Value.string(String(repeating: "0", count: 36))
}

extension Compiler {
    /// What `match` makes longer than the quota is refused, since there is a shorter way to say it; that a pattern which somebody wrote nears the quota is a
    /// check of its own.
    mutating func checkLength(_ pattern: Value, of match: Located<MatchSpec>) {
        let length = WrittenPattern.length(utf8: pattern.resolved { _ in PatternLength.standIn }.utf8JSON)
        guard length > PatternLength.quota else { return }
        findings.report(
            "pattern-too-long", "`match` makes a pattern of \(length) characters", at: match.place, detail: PatternLength.detail,
            fix: "Make a rule for each queue with `forEach`, or name fewer topics and queues.")
    }
}
