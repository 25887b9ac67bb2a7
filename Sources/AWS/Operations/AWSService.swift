/// An AWS service that is called, by its endpoint prefix: the first label of its host, and the name that it signs with.
public enum AWSService: String, Hashable, Sendable, CaseIterable {
    case events
    case iam
    case lambda
    case logs
    case s3
    case sns
    case sqs
    case sso = "portal.sso"
    case ssoOIDC = "oidc"
    case sts
    case tagging

    /// Its service id as `AWS_ENDPOINT_URL_<SERVICE>` spells it (AWS SDKs and Tools Reference Guide, "Service-specific endpoints").
    public var environmentName: String {
        switch self {
        case .events: "EVENTBRIDGE"
        case .iam: "IAM"
        case .lambda: "LAMBDA"
        case .logs: "CLOUDWATCH_LOGS"
        case .s3: "S3"
        case .sns: "SNS"
        case .sqs: "SQS"
        case .sso: "SSO"
        case .ssoOIDC: "SSO_OIDC"
        case .sts: "STS"
        case .tagging: "RESOURCE_GROUPS_TAGGING_API"
        }
    }

    public var title: String {
        switch self {
        case .events: "EventBridge"
        case .iam: "IAM"
        case .lambda: "Lambda"
        case .logs: "CloudWatch Logs"
        case .s3: "S3"
        case .sns: "SNS"
        case .sqs: "SQS"
        case .sso, .ssoOIDC: "SSO"
        case .sts: "STS"
        case .tagging: "Resource Groups Tagging"
        }
    }
}
