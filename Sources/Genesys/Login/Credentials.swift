internal import Cloud
internal import Model

/// What proves to Genesys Cloud who we are: from the environment alone, by the names that CX as Code gave the variables.
enum Credentials: Sendable {
    case accessToken(Secret)
    case client(id: String, secret: Secret)

    static let tokenVariable = "GENESYSCLOUD_ACCESS_TOKEN"
    static let idVariable = "GENESYSCLOUD_OAUTHCLIENT_ID"
    static let secretVariable = "GENESYSCLOUD_OAUTHCLIENT_SECRET"

    /// - Throws: `ServiceError` where a variable is missing, or holds what can't be a credential.
    init(_ runtime: Runtime) throws(ServiceError) {
        if let token = try Self.variable(Self.tokenVariable, runtime) {
            self = .accessToken(Secret(token))
            return
        }
        let id = try Self.variable(Self.idVariable, runtime)
        let secret = try Self.variable(Self.secretVariable, runtime)
        guard let id, let secret else {
            let missing = [id == nil ? Self.idVariable : nil, secret == nil ? Self.secretVariable : nil].compactMap { $0 }
            throw ServiceError(
                .unauthenticated, system: .genesys, operation: "login",
                summary: "there are no credentials for Genesys Cloud: \(missing.joined(separator: " and ")) not set",
                fix: "Set \(Self.idVariable) and \(Self.secretVariable), or \(Self.tokenVariable)")
        }
        self = .client(id: id, secret: Secret(secret))
    }

    /// A secret pasted with its line break would be refused as wrong, with nothing to see in it.
    private static func variable(_ name: String, _ runtime: Runtime) throws(ServiceError) -> String? {
        guard let value = runtime.variable(name) else { return nil }
        guard value.unicodeScalars.allSatisfy({ ("\u{21}"..."\u{7E}").contains($0) }) else {
            throw ServiceError(
                .unauthenticated, system: .genesys, operation: "login",
                summary: "\(name) holds a space, a line break or another character that no credential has",
                fix: "Set \(name) again, without white space around it")
        }
        return value
    }

    /// What to do where Genesys Cloud refuses them.
    var refusalFix: String {
        switch self {
        case .accessToken:
            "\(Self.tokenVariable) has expired or belongs to another region: set a new one, or unset it and set \(Self.idVariable) and "
                + Self.secretVariable
        case .client:
            "Check \(Self.idVariable) and \(Self.secretVariable), and that the client belongs to the Stack's region"
        }
    }
}
