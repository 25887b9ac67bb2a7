internal import Cloud
internal import Model

/// A role taken on with a token that another identity provider signed: what GitHub, GitLab and EKS use (IAM User Guide,
/// "AssumeRoleWithWebIdentity").
struct WebIdentityCredentials: CredentialSource {
    let context: CredentialContext
    let profile: Profile
    let environmentCounts: Bool

    let title = "web identity"

    func find() async throws(ServiceError) -> CredentialFinding {
        guard let file = setting("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file") else {
            return .absent(
                "no web_identity_token_file in profile \(profile.name)"
                    + (environmentCounts ? ", and AWS_WEB_IDENTITY_TOKEN_FILE is not set" : ""))
        }
        guard let role = setting("AWS_ROLE_ARN", "role_arn") else {
            throw .credentials("there is a web identity's token and no role to take on with it", fix: "set AWS_ROLE_ARN")
        }
        // Read each time: what gives the token renews the file.
        let token = try context.text(of: file, named: environmentCounts ? "AWS_WEB_IDENTITY_TOKEN_FILE" : "web_identity_token_file")
        var input: [String: Value] = ["RoleArn": .string(role), "WebIdentityToken": .string(token)]
        input["RoleSessionName"] = setting("AWS_ROLE_SESSION_NAME", "role_session_name").map { .string($0) }
        return .found(try await context.takeRole(.assumeRoleWithWebIdentity, input, as: nil))
    }

    private func setting(_ variable: String, _ key: String) -> String? {
        (environmentCounts ? context.runtime.variable(variable) : nil) ?? profile[key]
    }
}
