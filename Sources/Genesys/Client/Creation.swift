internal import Model

extension GenesysClient {
    /// Creates an object of which there must never be two. Where a failure leaves open whether it was created, it is looked for before it is
    /// created again.
    ///
    /// - Parameter found: the object as the service has it; `nil` where the service has none.
    func create(
        _ endpoint: Endpoint, _ body: Value, patience: Patience, found: () async throws(ServiceError) -> Value?
    ) async throws(ServiceError) -> Value {
        var attempt = 1
        while true {
            do throws(ServiceError) {
                return try await send(endpoint, body: body)
            } catch {
                guard error.leavesOpen else { throw error }
                if let object = try await look(after: error, patience, found) { return object }
                guard attempt < 3 else { throw error }
                attempt += 1
            }
        }
    }

    /// New objects can be missing from listings for about 5 s.
    private func look(
        after failure: ServiceError, _ patience: Patience, _ found: () async throws(ServiceError) -> Value?
    ) async throws(ServiceError) -> Value? {
        do throws(ServiceError) {
            return try await patience.wait(for: "what may have been created in spite of a failure", atMost: .seconds(10), found)
        } catch {
            var failure = failure
            failure.fix =
                "It isn't known whether it was created, and looking for it failed as well (\(error.summary)): run plan, which looks again"
            throw failure
        }
    }
}

extension ServiceError {
    /// Whether a creation that failed like this may have been made all the same.
    fileprivate var leavesOpen: Bool { reason == .unavailable || reason == .unexpectedAnswer }
}
