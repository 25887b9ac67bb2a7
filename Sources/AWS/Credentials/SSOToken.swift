internal import Cloud
internal import FoundationEssentials
internal import Model

/// What `aws sso login` keeps of a login: the access token, and with an sso-session what a new one is had for.
struct SSOToken {
    /// What a new token is asked for with (SSO OIDC API reference, `CreateToken`).
    struct Renewal {
        var clientID: String
        var clientSecret: Secret
        var refreshToken: Secret
    }

    let accessToken: Secret
    let expiration: Date
    /// Only where an sso-session's login gave it, and while its registration holds.
    private let renewal: Renewal?
    private let registrationExpiration: Date?
    private let members: [String: Value]

    /// `nil` where the document is no login.
    init?(json: [UInt8]) {
        guard let members = (try? Value(json: json))?.map, let token = members["accessToken"]?.string,
            let expiration = members["expiresAt"]?.string.flatMap(Timestamp.date)
        else { return nil }
        self.members = members
        accessToken = Secret(token)
        self.expiration = expiration
        registrationExpiration = members["registrationExpiresAt"]?.string.flatMap(Timestamp.date)
        if let id = members["clientId"]?.string, let secret = members["clientSecret"]?.string, let refresh = members["refreshToken"]?.string
        {
            renewal = Renewal(clientID: id, clientSecret: Secret(secret), refreshToken: Secret(refresh))
        } else {
            renewal = nil
        }
    }

    func renewal(at now: Date) -> Renewal? {
        guard let renewal, let registrationExpiration, now < registrationExpiration else { return nil }
        return renewal
    }

    /// The document after an answer to `CreateToken`; `nil` where that holds no token.
    func renewed(by answer: Value, at now: Date) -> [UInt8]? {
        guard let token = answer["accessToken"]?.string, !token.isEmpty, let lifetime = answer["expiresIn"]?.integer else { return nil }
        var members = members
        members["accessToken"] = .string(token)
        members["expiresAt"] = .string((now + TimeInterval(lifetime)).formatted(.iso8601))
        if let refresh = answer["refreshToken"] { members["refreshToken"] = refresh }
        return Array(Value.map(members).json.utf8)
    }
}
