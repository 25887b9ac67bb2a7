/// An AWS service that is called, by its endpoint prefix: the first label of its host, and the name that it signs with.
public enum AWSService: String, Hashable, Sendable, CaseIterable {
    case events
    case lambda
    case s3
    case sso = "portal.sso"
    case sts
    case tagging

    /// Its service id as `AWS_ENDPOINT_URL_<SERVICE>` spells it (AWS SDKs and Tools Reference Guide, "Service-specific endpoints").
    public var environmentName: String {
        switch self {
        case .events: "EVENTBRIDGE"
        case .lambda: "LAMBDA"
        case .s3: "S3"
        case .sso: "SSO"
        case .sts: "STS"
        case .tagging: "RESOURCE_GROUPS_TAGGING_API"
        }
    }

    public var title: String {
        switch self {
        case .events: "EventBridge"
        case .lambda: "Lambda"
        case .s3: "S3"
        case .sso: "SSO"
        case .sts: "STS"
        case .tagging: "Resource Groups Tagging"
        }
    }
}
