/// What lets EventBridge in by a policy of its own: a Lambda function (or one version or alias of it), an SQS queue, an SNS topic, a CloudWatch Logs
/// group. All other targets are reached with a role (EventBridge User Guide, "Using resource-based policies").
public struct PolicyHolder: Hashable, Sendable {
    public enum Service: String, Hashable, Sendable, CaseIterable {
        case lambda
        case sqs
        case sns
        case logs
    }

    public let service: Service
    /// As targets and policies name it; of a log group without the `:*` at its end.
    public let arn: String
    public let region: String
    public let account: String
    /// Of a function its name, of a log group the name that it has in CloudWatch Logs.
    public let name: String
    /// The version or alias of a function.
    public let qualifier: String?

    /// `nil` where the text is no ARN of such a resource.
    public init?(_ text: String) {
        guard let parts = ARN(text), let service = Service(rawValue: parts.service) else { return nil }
        let pieces = parts.resource.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { String(Substring($0)) }
        guard pieces.allSatisfy({ !$0.isEmpty }) else { return nil }
        var (arn, qualifier) = (text, String?.none)
        switch service {
        case .lambda:
            guard (2...3).contains(pieces.count), pieces[0] == "function" else { return nil }
            qualifier = pieces.count == 3 ? pieces[2] : nil
            name = pieces[1]
        case .sqs, .sns:
            guard pieces.count == 1 else { return nil }
            name = pieces[0]
        case .logs:
            guard pieces.count == 2 || pieces.count == 3 && pieces[2] == "*", pieces[0] == "log-group" else { return nil }
            if pieces.count == 3 { arn = String(text.dropLast(2)) }
            name = pieces[1]
        }
        self.service = service
        self.arn = arn
        self.qualifier = qualifier
        (region, account) = (parts.region, parts.account)
    }

    /// The function without its version or alias; else the ARN.
    public var unqualifiedARN: String { qualifier.map { String(arn.dropLast($0.count + 1)) } ?? arn }

    public func isIn(_ aws: Stack.AWS) -> Bool { region == aws.region && account == aws.accountID }
}

extension PolicyHolder: Comparable, CustomStringConvertible {
    public var description: String { arn }

    public static func < (left: PolicyHolder, right: PolicyHolder) -> Bool { left.arn < right.arn }
}

extension PolicyHolder.Service {
    /// What EventBridge does to it.
    public var actions: [String] {
        switch self {
        case .lambda: ["lambda:InvokeFunction"]
        case .sqs: ["sqs:SendMessage"]
        case .sns: ["sns:Publish"]
        case .logs: ["logs:CreateLogStream", "logs:PutLogEvents"]
        }
    }

    /// Who does it: to log groups events are brought by the logs' own delivery service.
    public var principals: [String] {
        self == .logs ? ["delivery.logs.amazonaws.com", "events.amazonaws.com"] : ["events.amazonaws.com"]
    }

    /// Terraform's name of what holds such a statement.
    public var terraformType: String {
        switch self {
        case .lambda: "aws_lambda_permission"
        case .sqs: "aws_sqs_queue_policy"
        case .sns: "aws_sns_topic_policy"
        case .logs: "aws_cloudwatch_log_resource_policy"
        }
    }
}
