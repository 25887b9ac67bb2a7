import Model

/// Who gets an event: what a target hands it to.
public struct Consumer: Hashable, Sendable, Comparable {
    public let arn: String
    /// Empty where the text is no ARN.
    public let service: String
    public let region: String
    public let account: String
    /// With its colons; the whole text where it is no ARN.
    public let resource: String

    /// - Parameter arn: `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`.
    public init(arn: String) {
        let parts = ARN(arn)
        self.arn = arn
        service = parts?.service ?? ""
        region = parts?.region ?? ""
        account = parts?.account ?? ""
        resource = parts?.resource ?? arn
    }

    public static func == (left: Consumer, right: Consumer) -> Bool { left.arn == right.arn }

    public func hash(into hasher: inout Hasher) { hasher.combine(arn) }

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
