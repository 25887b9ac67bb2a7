import Model

/// The fields of a queue that a client may write, and what the server puts where a client leaves one out.
enum QueueDefaults {
    private static let writable: Set<String> = [
        "acwSettings", "agentOwnedRouting", "autoAnswerOnly", "bullseye", "callingPartyName", "callingPartyNumber",
        "cannedResponseLibraries", "conditionalGroupActivation", "conditionalGroupRouting", "defaultMediaLanguage",
        "defaultScripts", "description", "directRouting", "emailInQueueFlow", "enableAudioMonitoring", "enableManualAssignment",
        "enableTranscription", "lastAgentRoutingMode", "mediaSettings", "memberGroups", "messageInQueueFlow", "name",
        "onHoldPrompt", "outboundEmailAddress", "outboundMessagingAddresses", "peerId", "queueFlow", "routingRules",
        "scoringMethod", "skillEvaluationMethod", "suppressInQueueCallRecording", "whisperPrompt",
    ]

    private static let defaults: [String: Value] = [
        "acwSettings": ["wrapupPrompt": "MANDATORY_TIMEOUT", "timeoutMs": 300_000],
        "autoAnswerOnly": true, "callingPartyName": "", "callingPartyNumber": "", "defaultScripts": [:], "description": "",
        "enableAudioMonitoring": false, "enableManualAssignment": false, "enableTranscription": false,
        "lastAgentRoutingMode": "AnyAgent", "scoringMethod": "TimestampAndPriority", "skillEvaluationMethod": "ALL",
        "suppressInQueueCallRecording": true,
        "mediaSettings": [
            "call": media(alerting: 8, percentage: "0.8", milliseconds: 20_000),
            "callback": media(alerting: 30, percentage: "0.8", milliseconds: 20_000),
            "chat": media(alerting: 30, percentage: "0.8", milliseconds: 20_000),
            "email": media(alerting: 300, percentage: "0.8", milliseconds: 86_400_000),
            "message": media(alerting: 30, percentage: "0.8", milliseconds: 20_000),
        ],
    ]

    /// The queue as the server keeps it: unknown and read-only fields dropped, maps filled in member by member.
    static func filled(_ body: [String: Value]) -> [String: Value] {
        let given = body.filter { writable.contains($0.key) && $0.value != .null }
        return Value.map(defaults).merging(.map(given)).map ?? [:]
    }

    private static func media(alerting: Int, percentage: String, milliseconds: Int) -> Value {
        [
            "enableAutoAnswer": false, "alertingTimeoutSeconds": .integer(alerting),
            "serviceLevel": [
                "percentage": Number(percentage).map { .number($0) } ?? .null, "durationMs": .integer(milliseconds),
            ],
        ]
    }
}
