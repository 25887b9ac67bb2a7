public import Model

/// Where the services of a region are reached.
public struct Endpoints: Hashable, Sendable {
    public let region: String
    private let suffix: String
    private var configured: [AWSService: Endpoint] = [:]

    /// In the AWS SDKs' order: `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`, the partition's own.
    ///
    /// - Throws: `ServiceError` where a variable holds no URL.
    public init(_ aws: Stack.AWS, environment: [String: String]) throws(ServiceError) {
        region = aws.region
        suffix = Self.suffix(ofPartition: aws.partition)
        for service in AWSService.allCases {
            for name in ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_\(service.environmentName)"] {
                guard let text = environment[name], !text.isEmpty else { continue }
                guard let endpoint = Endpoint(url: text) else {
                    throw ServiceError(
                        .invalid, system: .aws, operation: "endpoint", summary: "\(name) holds no plain URL of a service",
                        fix: "set \(name) to a URL such as http://127.0.0.1:5000, or unset it")
                }
                configured[service] = endpoint
            }
        }
    }

    public subscript(service: AWSService) -> Endpoint { of(service, region: region) }

    /// In another region of the partition.
    func of(_ service: AWSService, region: String) -> Endpoint {
        configured[service] ?? Endpoint(scheme: "https", authority: "\(service.rawValue).\(region).\(suffix)")
    }

    /// botocore, `partitions.json`.
    private static func suffix(ofPartition partition: String) -> String {
        switch partition {
        case "aws-cn": "amazonaws.com.cn"
        case "aws-eusc": "amazonaws.eu"
        default: "amazonaws.com"
        }
    }
}
