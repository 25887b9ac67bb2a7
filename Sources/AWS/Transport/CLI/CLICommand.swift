internal import Model

/// An operation as the AWS CLI takes it: `aws SERVICE OPERATION --cli-input-json …`, with flags alone that its versions 1 and 2 both have.
struct CLICommand {
    /// A single argument may have 128 KiB (Linux, `MAX_ARG_STRLEN`); more goes by way of a file.
    static let longestInput = 100_000

    /// The program first, its input left out.
    let arguments: [String]

    init(_ operation: AWSOperation, endpoints: Endpoints, profile: String?) {
        var arguments = ["aws", operation.service.command, Self.command(operation.name), "--output", "json", "--no-paginate"]
        arguments += ["--region", endpoints.signingRegion(of: operation.service)]
        // The CLI's SQS doesn't heed AWS_ENDPOINT_URL everywhere.
        if endpoints.isConfigured(operation.service) { arguments += ["--endpoint-url", endpoints[operation.service].description] }
        if let profile { arguments += ["--profile", profile] }
        self.arguments = arguments
    }

    /// `PutRule` is `put-rule`.
    private static func command(_ name: String) -> String {
        name.reduce(into: "") { text, character in
            if character.isUppercase, !text.isEmpty { text.append("-") }
            text += character.lowercased()
        }
    }
}

extension AWSService {
    /// As the CLI names it.
    fileprivate var command: String {
        switch self {
        case .events, .iam, .lambda, .logs, .sns, .sqs, .sts: rawValue
        case .s3: "s3api"
        case .sso: "sso"
        case .ssoOIDC: "sso-oidc"
        case .tagging: "resourcegroupstaggingapi"
        }
    }
}
