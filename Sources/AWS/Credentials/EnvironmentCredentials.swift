internal import Cloud
internal import Model

/// The variables that every AWS tool reads (AWS SDKs and Tools Reference Guide, "AWS access keys").
struct EnvironmentCredentials: CredentialSource {
    let title = "the environment"
    let runtime: Runtime

    func find() throws(ServiceError) -> CredentialFinding {
        guard let id = runtime.variable("AWS_ACCESS_KEY_ID") else { return .absent("AWS_ACCESS_KEY_ID is not set") }
        guard let secret = runtime.variable("AWS_SECRET_ACCESS_KEY") else {
            throw .credentials(
                "AWS_ACCESS_KEY_ID is set, AWS_SECRET_ACCESS_KEY is not",
                fix: "set AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN with temporary credentials, or unset AWS_ACCESS_KEY_ID")
        }
        // The first is older, and goes before (botocore, `EnvProvider`).
        let token = runtime.variable("AWS_SECURITY_TOKEN") ?? runtime.variable("AWS_SESSION_TOKEN")
        let expiration = runtime.variable("AWS_CREDENTIAL_EXPIRATION").map(Timestamp.date)
        if case .some(.none) = expiration {
            throw .credentials("AWS_CREDENTIAL_EXPIRATION is no time", fix: "set it to a time such as 2026-01-31T12:00:00Z, or unset it")
        }
        return .found(
            AWSCredentials(
                accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: token.map { Secret($0) },
                expiration: expiration ?? nil))
    }
}
