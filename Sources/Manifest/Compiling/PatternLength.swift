import Model

/// How long an event pattern is as EventBridge counts it, ids that aren't known yet with the 36 characters that they will have.
enum PatternLength {
    /// What an account may have unless AWS raises its quota (EventBridge user guide, "Quotas").
    static let quota = 2048
    /// What the API takes at all (botocore, `PutRule`).
    static let limit = 4096

    /// An id that isn't known yet.
    static let standIn = Value.string(String(repeating: "0", count: 36))

    static func of(_ pattern: Value) -> Int {
        pattern.resolved { _ in standIn }.json.unicodeScalars.count
    }
}

extension Compiler {
    mutating func checkLength(_ pattern: Value, _ declaration: Declaration<RuleSpec>) {
        let length = PatternLength.of(pattern)
        guard length > PatternLength.quota else { return }
        let detail = "EventBridge takes \(PatternLength.quota) unless the account's quota was raised, \(PatternLength.limit) at the most."
        if let match = declaration.spec.match {
            findings.report(
                "pattern-too-long", "`match` makes a pattern of \(length) characters", at: match.place, detail: detail,
                fix: "Make a rule for each queue with `forEach`, or name fewer topics and queues.")
        } else {
            findings.report(
                "pattern-too-long", "the pattern has \(length) characters", at: declaration.spec.eventPattern?.place,
                severity: length > PatternLength.limit ? .error : .warning, detail: detail)
        }
    }
}
