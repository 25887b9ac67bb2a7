/// What the rules of a workload compare with.
enum Operators: String, CaseIterable {
    case exact
    /// Prefixes, suffixes, `anything-but`, `exists` and `numeric` beside exact values.
    case mixed
}

/// Rules as contact centres write them, each for one queue and topic, and events of which every second is of a queue that has a rule.
struct Workload {
    private static let source = "aws.partner/genesys.com/cloud/6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b/prod"
    private static let topics = ["acd.end", "acd.start", "customer.end", "user.end", "wrapup"].map {
        "v2.detail.events.conversation.{id}.\($0)"
    }

    var patterns: [String]
    var events: [[UInt8]]

    init(rules: Int, _ operators: Operators) {
        patterns = (0..<rules).map { Self.pattern($0, operators) }
        events = (0..<500).map { Array(Self.event($0, queue: $0 % 2 == 0 ? ($0 * 7_919) % rules : rules + $0).utf8) }
    }

    private static func queueID(_ number: Int) -> String {
        let digits = String(number &* 2_654_435_761 & 0xFFFF_FFFF, radix: 16)
        let padded = String(repeating: "0", count: 8 - digits.count) + digits
        return "\(padded)-1e2f-4a3b-8c4d-5e6f\(padded)"
    }

    private static func topic(_ number: Int) -> String { topics[number % topics.count] }

    private static func pattern(_ number: Int, _ operators: Operators) -> String {
        let queue = queueID(number)
        guard operators == .mixed else {
            return """
                {"source": ["\(source)"], "detail-type": ["\(topic(number))"], "detail": {"eventBody": {"queueId": ["\(queue)"]}}}
                """
        }
        let queueID =
            switch number % 3 {
            case 0: "\"\(queue)\""
            case 1: "{\"prefix\": \"\(queue.prefix(8))\"}"
            default: "{\"suffix\": \"\(queue.suffix(12))\"}"
            }
        return """
            {"source": [{"prefix": "aws.partner/genesys.com"}], "detail-type": ["\(topic(number))"], "detail": {"eventBody": {\
            "queueId": [\(queueID)], "mediaType": [{"anything-but": ["EMAIL", "CALLBACK"]}], "sessionId": [{"exists": true}], \
            "connectedDurationMs": [{"numeric": [">", \(number % 50)]}]}}}
            """
    }

    private static func event(_ number: Int, queue: Int) -> String {
        """
        {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b\(100 + number)","detail-type":"\(topic(queue))","source":"\(source)",\
        "account":"123456789012","time":"2026-01-19T12:32:17Z","region":"us-east-1","resources":[],"detail":{"topicName":\
        "\(topic(queue))","version":"2","timestamp":"2026-01-19T12:32:16.882Z","metadata":{"CorrelationId":"c7b4a1f0-3d62-4c39-9ab1"},\
        "eventBody":{"eventTime":1768825936754,"conversationId":"a3e1f6b2-9c8d-4e7f-a6b5-c4d3e2f1a0b9","participantId":\
        "f0e1d2c3-b4a5-4697-8889-7a6b5c4d3e2f","sessionId":"0a1b2c3d-4e5f-4a6b-8c7d-9e8f7a6b5c4d","mediaType":"VOICE","provider":"Edge",\
        "direction":"INBOUND","ani":"tel:+15550100","dnis":"tel:+15550199","queueId":"\(queueID(queue))",\
        "divisionId":"9b1c2d3e-4f5a-4b6c-8d7e-0f1a2b3c4d5e","disconnectType":"PEER","connectedDurationMs":48211,"acdOutcome":"ANSWERED",\
        "requestedRoutings":["Standard"],"externalOrganizationId":null,"subType":"inbound"}}}
        """
    }
}
