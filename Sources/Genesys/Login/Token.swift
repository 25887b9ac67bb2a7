internal import FoundationEssentials
internal import Model

/// An access token as the service issued it.
struct Token: Sendable {
    let secret: Secret
    let expires: Date
    /// Told from other tokens of the same login.
    let serial: Int
}

/// The one token of a login: asked for when it is first needed, renewed before it expires, by one request for all who wait.
actor TokenStore {
    private let now: @Sendable () -> Date
    private let request: @Sendable (_ serial: Int) async -> Result<Token, ServiceError>
    private var current: Token?
    private var refusal: ServiceError?
    private var renewal: Task<Result<Token, ServiceError>, Never>?
    private var serial = 0

    init(now: @escaping @Sendable () -> Date, request: @escaping @Sendable (_ serial: Int) async -> Result<Token, ServiceError>) {
        self.now = now
        self.request = request
    }

    /// A token that is good now.
    ///
    /// - Parameter refused: the token that the service refused, although it should have been good.
    func token(insteadOf refused: Token? = nil) async throws(ServiceError) -> Token {
        if let current, current.serial != refused?.serial, current.expires > now() { return current }
        // Credentials that were refused once stay refused: asking again could lock the client out.
        if let refusal { throw refusal }
        let task = renewal ?? begin()
        let result = await task.value
        return try result.get()
    }

    private func begin() -> Task<Result<Token, ServiceError>, Never> {
        serial += 1
        let task = Task { [serial, request] in
            let result = await request(serial)
            finish(result)
            return result
        }
        renewal = task
        return task
    }

    private func finish(_ result: Result<Token, ServiceError>) {
        renewal = nil
        switch result {
        case .success(let token): current = token
        case .failure(let error): if error.reason == .unauthenticated { refusal = error }
        }
    }
}
