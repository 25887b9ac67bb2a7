public import Model

/// Where the services of a region are reached.
public struct Endpoints: Hashable, Sendable {
    /// Which of a service's own endpoints is meant.
    struct Variant: Hashable, Sendable {
        var isFIPS = false
        var isDualStack = false
    }

    public let region: String
    let partition: String
    private let variant: Variant
    private let configured: [AWSService: Endpoint]

    /// In the AWS SDKs' order: `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, the profile's `services` section, its `endpoint_url`,
    /// the partition's own, of which `AWS_USE_FIPS_ENDPOINT` and `AWS_USE_DUALSTACK_ENDPOINT` or the profile choose one
    /// (AWS SDKs and Tools Reference Guide, "Service-specific endpoints", "Dual-stack and FIPS endpoints").
    ///
    /// - Throws: `ServiceError` where a setting holds no URL, or neither true nor false.
    public init(_ aws: Stack.AWS, environment: [String: String], profiles: Profiles? = nil) throws(ServiceError) {
        let settings = EndpointSettings(environment: environment, profiles: profiles)
        region = aws.region
        partition = aws.partition
        variant = Variant(
            isFIPS: try settings.isOn("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
            isDualStack: try settings.isOn("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"))
        configured = try settings.urls()
    }

    public subscript(service: AWSService) -> Endpoint { of(service, region: region) }

    func isConfigured(_ service: AWSService) -> Bool { configured[service] != nil }

    /// In another region of the partition.
    func of(_ service: AWSService, region: String) -> Endpoint {
        configured[service] ?? (service == .iam ? GlobalEndpoint.iam(partition, region, variant) : nil)
            ?? Endpoint(
                scheme: "https",
                // S3's dual stack is older than the domain of the others'.
                authority:
                    "\(service.host(partition, variant)).\(region).\(Self.domain(of: partition, service == .s3 ? Variant() : variant))")
    }

    /// botocore, `partitions.json`: `dnsSuffix` and `dualStackDnsSuffix`.
    static func domain(of partition: String, _ variant: Variant = Variant()) -> String {
        switch partition {
        case "aws-cn": variant.isDualStack ? "api.amazonwebservices.com.cn" : "amazonaws.com.cn"
        case "aws-eusc": variant.isDualStack ? "api.amazonwebservices.eu" : "amazonaws.eu"
        default: variant.isDualStack ? "api.aws" : "amazonaws.com"
        }
    }
}

extension AWSService {
    /// botocore, `endpoint-rule-set-1.json` of each service: in GovCloud some services' standard endpoints are the FIPS ones.
    fileprivate func host(_ partition: String, _ variant: Endpoints.Variant) -> String {
        if self == .s3 { return "s3" + (variant.isFIPS ? "-fips" : "") + (variant.isDualStack ? ".dualstack" : "") }
        guard variant.isFIPS else { return rawValue }
        let isStandard =
            switch self {
            case .events: true
            case .logs, .sns, .sqs, .sso, .ssoOIDC, .sts: !variant.isDualStack
            case .iam, .lambda, .s3, .tagging: false
            }
        return partition == "aws-us-gov" && isStandard ? rawValue : "\(rawValue)-fips"
    }
}
