import FoundationEssentials
import Model

/// A refusal of the login, whose errors have OAuth's shape (RFC 6749 §5.2).
struct OAuthError: Error, Hashable, Sendable {
    var code: String
    var message: String
    var status: Int

    init(_ code: String, _ message: String, status: Int = 400) {
        self.code = code
        self.message = message
        self.status = status
    }
}

/// A request for a token: the public API's with HTTP Basic, the tutorial's with the client in the form.
struct TokenRequest: Sendable {
    var grantType: String?
    var clientID: String?
    var clientSecret: String?
    var scopes: Set<String>

    init(_ request: WireRequest) {
        let form = request.form
        grantType = form["grant_type"]
        scopes = Set((form["scope"] ?? "").split(separator: " ").map(String.init))
        if let (id, secret) = Self.basic(request.header("authorization")) {
            clientID = id
            clientSecret = secret
        } else {
            clientID = form["client_id"]
            clientSecret = form["client_secret"]
        }
    }

    private static func basic(_ header: String?) -> (id: String, secret: String)? {
        guard let header, header.lowercased().hasPrefix("basic "), let data = Data(base64Encoded: String(header.dropFirst(6))),
            let text = String(bytes: data, encoding: .utf8), let colon = text.firstIndex(of: ":")
        else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }
}

/// The tokens that were issued. They live in memory alone: a restarted sandbox knows none.
struct TokenStore: Sendable {
    private struct Token: Sendable {
        var scopes: Set<String>
        var expiresAt: Date
        var minute: Date
        var count: Int
    }

    private var tokens: [String: Token] = [:]

    mutating func issue(_ request: TokenRequest, configuration: SandboxConfiguration) throws(OAuthError) -> Value {
        guard let grantType = request.grantType else { throw OAuthError("invalid_request", "grant_type is missing") }
        guard grantType == "client_credentials" else {
            throw OAuthError("unsupported_grant_type", "The grant type \(grantType) is not supported")
        }
        guard request.clientID == SandboxIdentity.clientID else {
            throw OAuthError("invalid_client", "client not found: invalid_client", status: 401)
        }
        guard request.clientSecret == SandboxIdentity.clientSecret else {
            throw OAuthError("invalid_client", "authentication failed", status: 401)
        }
        let life = configuration.genesys.tokenLife
        let now = configuration.now()
        let scopes = request.scopes.intersection(configuration.genesys.clientScopes)
        let token = configuration.makeID()
        tokens[token] = Token(scopes: scopes, expiresAt: now.addingTimeInterval(TimeInterval(life)), minute: now, count: 0)
        return .present([
            "access_token": .string(token), "token_type": "bearer", "expires_in": .integer(life),
            "scope": request.scopes.isEmpty ? nil : .string(scopes.sorted().joined(separator: " ")),
        ])
    }

    mutating func admit(_ authorization: String?, configuration: SandboxConfiguration) throws(GenesysError) -> Admission {
        guard let authorization, authorization.lowercased().hasPrefix("bearer ") else { throw .noToken }
        let now = configuration.now()
        let name = String(authorization.dropFirst(7))
        guard var token = tokens[name], token.expiresAt > now else { throw .badToken }
        if now.timeIntervalSince(token.minute) >= 60 {
            token.minute = now
            token.count = 0
        }
        token.count += 1
        tokens[name] = token
        let reset = max(1, 60 - Int(now.timeIntervalSince(token.minute)))
        if let limit = configuration.genesys.requestsPerMinute, token.count > limit {
            throw .tooManyRequests(limit: limit, retryAfter: reset)
        }
        let allowed = configuration.genesys.requestsPerMinute ?? Admission.standardAllowance
        return Admission(scopes: token.scopes, count: token.count, allowed: allowed, reset: reset)
    }
}

/// A request that may go on, with what its token may still ask for in this minute.
struct Admission: Sendable {
    static let standardAllowance = 300

    var scopes: Set<String>
    var count: Int
    var allowed: Int
    /// Seconds until the count begins anew.
    var reset: Int

    var headers: [(name: String, value: String)] {
        [
            ("inin-ratelimit-count", "\(count)"), ("inin-ratelimit-allowed", "\(allowed)"), ("inin-ratelimit-reset", "\(reset)"),
        ]
    }
}
