public import FoundationEssentials
public import Model

/// What requests are signed with.
public struct AWSCredentials: Sendable {
    public var accessKeyID: String
    public var secretAccessKey: Secret
    /// Of temporary credentials.
    public var sessionToken: Secret?
    /// When they end; `nil` for those that don't.
    public var expiration: Date?

    public init(accessKeyID: String, secretAccessKey: Secret, sessionToken: Secret? = nil, expiration: Date? = nil) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
    }
}

/// Where credentials come from.
public protocol CredentialProvider: Sendable {
    /// Credentials that hold now.
    ///
    /// - Throws: `ServiceError` saying what is missing, or what a source of credentials refused.
    func credentials() async throws(ServiceError) -> AWSCredentials
}

extension AWSCredentials: CredentialProvider {
    public func credentials() -> AWSCredentials { self }
}
