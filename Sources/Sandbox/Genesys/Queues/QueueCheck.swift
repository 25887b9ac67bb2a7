import Model

/// What the service asks of a queue.
enum QueueCheck {
    /// The vendor's SDK, models `Queue` and `AcwSettings`.
    private static let wrapupPrompts = ["MANDATORY", "OPTIONAL", "MANDATORY_TIMEOUT", "MANDATORY_FORCED_TIMEOUT", "AGENT_REQUESTED"]
    private static let choices = [
        "lastAgentRoutingMode": ["Disabled", "QueueMembersOnly", "AnyAgent"],
        "scoringMethod": ["TimestampAndPriority", "PriorityOnly"], "skillEvaluationMethod": ["NONE", "BEST", "ALL"],
    ]

    static func check(_ body: [String: Value]) throws(GenesysError) {
        guard let name = body["name"]?.string, !name.isEmpty else { throw .invalid("name is required") }
        for (media, settings) in body["mediaSettings"]?.map ?? [:] {
            if let seconds = settings["alertingTimeoutSeconds"]?.integer, seconds < 7 {
                throw .invalid("mediaSettings.\(media).alertingTimeoutSeconds must be at least 7")
            }
            if case .number(let percentage)? = settings["serviceLevel"]?["percentage"], !(0...1).contains(percentage.double) {
                throw .invalid("mediaSettings.\(media).serviceLevel.percentage must be from 0 to 1")
            }
            if let duration = settings["serviceLevel"]?["durationMs"]?.integer, duration < 1_000 {
                throw .invalid("mediaSettings.\(media).serviceLevel.durationMs must be at least 1000")
            }
        }
        try check("acwSettings.wrapupPrompt", body["acwSettings"]?["wrapupPrompt"], isOneOf: wrapupPrompts)
        for (name, allowed) in choices { try check(name, body[name], isOneOf: allowed) }
    }

    private static func check(_ name: String, _ value: Value?, isOneOf allowed: [String]) throws(GenesysError) {
        guard let value, value != .null, !allowed.contains(value.string ?? "") else { return }
        throw .invalid("\(name) must be one of \(allowed.joined(separator: ", "))")
    }
}
