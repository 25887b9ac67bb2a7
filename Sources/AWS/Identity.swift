internal import Model

/// Whether the credentials and the environment are those of a stack's account and region.
struct Identity {
    let transport: any AWSTransport
    let environment: [String: String]

    func verify(_ aws: Stack.AWS) async throws(ServiceError) {
        try verifyRegion(aws)
        let answer = try await transport.call(.getCallerIdentity, [:])
        let account = answer["Account"]?.string ?? ""
        guard account == aws.accountID else {
            throw ServiceError(
                .unauthenticated, system: .aws, operation: AWSOperation.getCallerIdentity.name,
                summary: "the AWS credentials reach account \(account), the stack names \(aws.accountID)",
                message: answer["Arn"]?.string.map { "They are those of \($0)" },
                fix: "use credentials of account \(aws.accountID), or correct spec.aws.accountId of the Stack")
        }
    }

    /// The stack's region is what is used; a region that the environment names and that isn't it says that something is mixed up.
    private func verifyRegion(_ aws: Stack.AWS) throws(ServiceError) {
        for name in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
            guard let region = environment[name], !region.isEmpty else { continue }
            guard region == aws.region else {
                throw ServiceError(
                    .invalid, system: .aws, operation: "region", summary: "\(name) is \(region), the stack names \(aws.region)",
                    fix: "unset \(name) or set it to \(aws.region), or correct spec.aws.region of the Stack")
            }
            return
        }
    }
}
