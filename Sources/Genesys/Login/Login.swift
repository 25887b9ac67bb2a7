internal import Cloud
internal import FoundationEssentials
internal import Model

/// How a token is come by (RFC 6749 §4.4, client credentials), in either dialect.
struct Login: Sendable {
    let stack: Stack.Genesys
    let cloud: CloudClient

    /// - Throws: `ServiceError` where there are no credentials, where they are refused, or where the login can't be reached.
    func token(serial: Int) async throws(ServiceError) -> Token {
        switch try Credentials(cloud.runtime) {
        case .accessToken(let secret): return Token(secret: secret, expires: .distantFuture, serial: serial)
        case .client(let id, let secret): return try await token(id: id, secret: secret, serial: serial)
        }
    }

    private func token(id: String, secret: Secret, serial: Int) async throws(ServiceError) -> Token {
        let host: Host
        let request: HTTPRequest
        switch stack.api {
        case .public:
            host = try Host.login(of: stack.region, cloud.runtime)
            let basic = Data("\(id):\(secret.reveal())".utf8).base64EncodedString()
            request = form(host, ["grant_type": "client_credentials"], headers: [HTTPHeader("Authorization", "Basic \(basic)")])
        case .platform:
            host = try Host.api(of: stack.region, cloud.runtime)
            let client = ["client_id": id, "client_secret": secret.reveal(), "scope": Endpoint.platformScope]
            request = form(host, client.merging(["grant_type": "client_credentials"]) { $1 })
        }
        let answer = try await cloud.call(Endpoint.logIn.name, .safe) { () throws(ServiceError) in
            request
        } judge: {
            Self.judge($0)
        } unanswered: {
            .unreachable($0, of: .logIn, host: host).after($1)
        }
        guard answer.response.isSuccess else { throw refusal(answer.response, secret: secret).after(answer.effort) }
        return try token(in: answer.response, serial: serial)
    }

    private func form(_ host: Host, _ fields: [String: String], headers: [HTTPHeader] = []) -> HTTPRequest {
        let body = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(percentEncoded($0.value))" }.joined(separator: "&")
        return HTTPRequest(
            "POST", host.url + Endpoint.logIn.path,
            headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded"), HTTPHeader("Accept", "application/json")] + headers,
            body: Array(body.utf8))
    }

    private static func judge(_ response: HTTPResponse) -> Verdict {
        isThrottled(response) ? .throttled(retryAfter: retryAfter(response)) : verdict(response, isRead: true)
    }

    /// OAuth has no status of its own for throttling: it comes as a 400 with a text.
    private static func isThrottled(_ response: HTTPResponse) -> Bool {
        response.status == 429 || response.status == 400 && response.excerpt.lowercased().contains("rate limit exceeded")
    }

    private func refusal(_ response: HTTPResponse, secret: Secret) -> ServiceError {
        var error = ServiceError(response, of: .logIn, secrets: [secret])
        if Self.isThrottled(response) {
            error.reason = .throttled
            error.summary = "can't log in: too many requests for a token"
            error.fix = "Wait a few minutes, then run again"
        } else if [400, 401, 403].contains(response.status) {
            error.reason = .unauthenticated
            error.summary = "can't log in: the OAuth client is refused"
            error.fix = Credentials.client(id: "", secret: secret).refusalFix
        }
        return error
    }

    /// The answer is never shown: it holds the token, if anything.
    private func token(in response: HTTPResponse, serial: Int) throws(ServiceError) -> Token {
        guard let answer = try? Value(json: response.body), let text = answer["access_token"]?.string, !text.isEmpty else {
            throw ServiceError(
                .unexpectedAnswer, system: .genesys, operation: Endpoint.logIn.name, summary: "can't log in: the answer holds no token",
                status: response.status, requestID: ErrorAnswer(response).requestID,
                fix: "Check that the host is Genesys Cloud's: GENESYSCLOUD_LOGIN_URL and GENESYSCLOUD_API_URL")
        }
        let lifetime = answer["expires_in"]?.integer ?? 300
        return Token(
            secret: Secret(text), expires: cloud.runtime.now().addingTimeInterval(TimeInterval(max(0, lifetime - 60))), serial: serial)
    }
}
