public import Cloud
public import Model

/// The variables that every AWS tool reads (AWS SDKs and Tools Reference Guide, "AWS access keys").
public struct EnvironmentCredentials: CredentialProvider {
    private let runtime: Runtime

    public init(_ runtime: Runtime) { self.runtime = runtime }

    public func credentials() throws(ServiceError) -> AWSCredentials {
        let missing = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].filter { runtime.variable($0) == nil }
        guard let id = runtime.variable("AWS_ACCESS_KEY_ID"), let secret = runtime.variable("AWS_SECRET_ACCESS_KEY") else {
            throw ServiceError(
                .unauthenticated, system: .aws, operation: "credentials",
                summary: "there are no AWS credentials in the environment: \(missing.joined(separator: " and ")) not set",
                fix: "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and AWS_SESSION_TOKEN with temporary credentials")
        }
        return AWSCredentials(
            accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: runtime.variable("AWS_SESSION_TOKEN").map { Secret($0) })
    }
}
