public import Model

/// What requests are signed with.
public struct AWSCredentials: Sendable {
    public var accessKeyID: String
    public var secretAccessKey: Secret
    /// Of temporary credentials.
    public var sessionToken: Secret?

    public init(accessKeyID: String, secretAccessKey: Secret, sessionToken: Secret? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
    }
}

/// Where credentials come from.
public protocol CredentialProvider: Sendable {
    /// Credentials that hold now.
    ///
    /// - Throws: `ServiceError` with the reason `unauthenticated`, saying what is missing.
    func credentials() async throws(ServiceError) -> AWSCredentials
}
