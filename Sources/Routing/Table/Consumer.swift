/// Who gets an event: what a target hands it to.
public struct Consumer: Hashable, Sendable, Comparable {
    public let arn: String

    public init(arn: String) { self.arn = arn }

    /// `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`, the resource with its colons.
    private var parts: [Substring] { arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false) }

    public var service: String { parts.count == 6 ? String(parts[2]) : "" }
    public var region: String { parts.count == 6 ? String(parts[3]) : "" }
    public var account: String { parts.count == 6 ? String(parts[4]) : "" }
    public var resource: String { parts.count == 6 ? String(parts[5]) : arn }

    /// In people's words: `function ProcessGenesysEndEvents`.
    public var title: String {
        let name = resource.drop { $0 != ":" && $0 != "/" }.dropFirst()
        return switch service {
        case "lambda": "function \(name)"
        case "sqs": "SQS queue \(resource)"
        case "sns": "SNS topic \(resource)"
        case "events": "event bus \(name)"
        case "states": "state machine \(name)"
        case "logs": "log group \(resource.replacing("log-group:", with: ""))"
        case "kinesis": "stream \(name)"
        case "firehose": "delivery stream \(name)"
        default: arn
        }
    }

    public static func < (left: Consumer, right: Consumer) -> Bool { (left.title, left.arn) < (right.title, right.arn) }
}
