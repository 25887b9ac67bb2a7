internal import Cloud
internal import Model

/// Calls to Genesys Cloud's API: JSON in, JSON out, whatever goes wrong as a `ServiceError`.
struct GenesysClient: Sendable {
    let stack: Stack.Genesys
    let cloud: CloudClient
    private let tokens: TokenStore

    init(_ stack: Stack.Genesys, transport: any HTTPTransport, runtime: Runtime) {
        let cloud = CloudClient("Genesys Cloud", transport: transport, runtime: runtime).through(RateLimit(runtime))
        let login = Login(stack: stack, cloud: cloud)
        self.stack = stack
        self.cloud = cloud
        self.tokens = TokenStore(now: runtime.now) { serial in
            do throws(ServiceError) { return .success(try await login.token(serial: serial)) } catch { return .failure(error) }
        }
    }

    /// Makes one call; a token that is refused is renewed once.
    ///
    /// - Parameter parameters: the values of the path's parameters, in their order.
    /// - Returns: the answer; `null` where it has no body and need have none.
    func send(
        _ endpoint: Endpoint, _ parameters: [String] = [], query: [(String, String)] = [], body: Value? = nil
    ) async throws(ServiceError) -> Value {
        let host = try Host.api(of: stack.region, cloud.runtime)
        let url = host.url + path(endpoint, parameters) + queryText(query)
        let token = try await tokens.token()
        let answer = try await answer(endpoint, url, body, token, host)
        guard answer.response.status == 401, case .client? = try? Credentials(cloud.runtime) else {
            return try value(answer, endpoint, token)
        }
        let renewed = try await tokens.token(insteadOf: token)
        return try value(await self.answer(endpoint, url, body, renewed, host), endpoint, renewed)
    }

    private func answer(
        _ endpoint: Endpoint, _ url: String, _ body: Value?, _ token: Token, _ host: Host
    ) async throws(ServiceError) -> CloudClient.Answer {
        var headers = [HTTPHeader("Authorization", "Bearer \(token.secret.reveal())"), HTTPHeader("Accept", "application/json")]
        if body != nil { headers.append(HTTPHeader("Content-Type", "application/json")) }
        let request = HTTPRequest(endpoint.method, url, headers: headers, body: body.map { Array($0.json.utf8) } ?? [])
        return try await cloud.call(endpoint.name, endpoint.creates ? .unsafe : .safe) { () throws(ServiceError) in
            request
        } judge: {
            verdict($0, isRead: !endpoint.isMutating)
        } unanswered: {
            .unreachable($0, of: endpoint, host: host).after($1)
        }
    }

    private func value(_ answer: CloudClient.Answer, _ endpoint: Endpoint, _ token: Token) throws(ServiceError) -> Value {
        let response = answer.response
        guard response.isSuccess else { throw error(response, endpoint, token).after(answer.effort) }
        if response.body.isEmpty, [202, 204].contains(response.status) || endpoint.method == "DELETE" { return .null }
        guard let value = try? Value(json: response.body) else {
            let answer = ErrorAnswer(response)
            throw ServiceError(
                .unexpectedAnswer, system: .genesys, operation: endpoint.name,
                summary: "can't \(endpoint.title): the answer is no JSON", status: response.status,
                message: answer.message ?? "an empty body", requestID: answer.requestID,
                fix: "Check that no proxy answers in the place of the API")
        }
        return value
    }

    private func error(_ response: HTTPResponse, _ endpoint: Endpoint, _ token: Token) -> ServiceError {
        let credentials = try? Credentials(cloud.runtime)
        var secrets = [token.secret]
        if case .client(_, let secret)? = credentials { secrets.append(secret) }
        var error = ServiceError(response, of: endpoint, secrets: secrets)
        if error.reason == .unauthenticated { error.fix = credentials?.refusalFix }
        return error
    }

    private func path(_ endpoint: Endpoint, _ parameters: [String]) -> String {
        var rest = parameters[...]
        return endpoint.path.split(separator: "/").map { segment in
            "/" + (segment.hasPrefix("{") ? percentEncoded(rest.popFirst() ?? "") : String(segment))
        }.joined()
    }

    private func queryText(_ query: [(String, String)]) -> String {
        query.isEmpty ? "" : "?" + query.map { "\($0.0)=\(percentEncoded($0.1))" }.joined(separator: "&")
    }
}
