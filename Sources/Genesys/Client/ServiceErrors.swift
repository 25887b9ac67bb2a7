internal import Cloud
internal import Model

extension ServiceError {
    /// The error that a bad answer means.
    ///
    /// - Parameter secrets: what a service that repeats its request might show.
    init(_ response: HTTPResponse, of endpoint: Endpoint, secrets: [Secret]) {
        let answer = ErrorAnswer(response)
        let reason = Reason(status: response.status, namesLimit: answer.namesLimit)
        let what =
            switch reason {
            case .unauthenticated: "the credentials are refused"
            case .forbidden: endpoint.scope.map { "the scope \($0) is missing" } ?? "a permission is missing"
            case .notFound: "there is no such object"
            case .conflict: "it changed in between, or exists already"
            case .limitExceeded: "a limit of the organization is reached"
            case .throttled: Self.throttling(response)
            case .unavailable: "the service fails"
            case .unexpectedAnswer: "the answer can't be understood"
            case .invalid, .timedOut, .interrupted: "the request is refused"
            }
        let message = secrets.reduce(answer.message) { $0?.replacing($1.reveal(), with: $1.description) }
        self.init(
            reason, system: .genesys, operation: endpoint.name, summary: "can't \(endpoint.title): \(what)", status: response.status,
            code: answer.code, message: message, requestID: answer.requestID)
        switch reason {
        case .forbidden:
            let permission = (endpoint.permission ?? answer.permissions).map { "the permission \($0)" } ?? "the missing permission"
            fix =
                endpoint.scope.map { "Give the OAuth client the scope \($0): Admin, Integrations, OAuth" }
                ?? "Grant \(permission) to a role of the OAuth client"
        case .conflict: fix = "Run plan again"
        case .throttled:
            let asked = retryAfter(response).map { " \($0.components.seconds) s" } ?? ""
            fix = "Wait\(asked), then run again: what was done stays done"
        case .unavailable: fix = "Run again later: what was done stays done"
        default: break
        }
    }

    private static func throttling(_ response: HTTPResponse) -> String {
        let limit = RetryPolicy().longestRetryAfter
        guard let asked = retryAfter(response), asked > limit else { return "too many requests" }
        return "too many requests, and the service asks to wait \(asked.components.seconds) s, longer than the "
            + "\(limit.components.seconds) s that a run waits"
    }

    /// The error that no answer means.
    static func unreachable(_ failure: HTTPFailure, of endpoint: Endpoint, host: Host) -> ServiceError {
        if failure == .interrupted { return .interrupted(.genesys, endpoint.name) }
        return ServiceError(
            .unavailable, system: .genesys, operation: endpoint.name, summary: "can't \(endpoint.title): no answer from \(host.url)",
            message: failure.description,
            fix: failure.remedy ?? "Check the network, the proxy, and that \(host.url) is right: \(host.origin)")
    }

    static func unexpected(_ endpoint: Endpoint, _ what: String) -> ServiceError {
        ServiceError(
            .unexpectedAnswer, system: .genesys, operation: endpoint.name,
            summary: "can't \(endpoint.title): the answer can't be understood", message: what)
    }
}

extension ServiceError.Reason {
    init(status: Int, namesLimit: Bool) {
        self =
            switch status {
            case 429: .throttled
            case 400..<500 where namesLimit: .limitExceeded
            case 401: .unauthenticated
            case 403: .forbidden
            case 404, 410: .notFound
            case 408, 409, 412: .conflict
            case 400..<500: .invalid
            case 500...: .unavailable
            default: .unexpectedAnswer
            }
    }
}
