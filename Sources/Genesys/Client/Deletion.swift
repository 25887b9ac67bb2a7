internal import Model

extension GenesysClient {
    /// Deletes an object; one that is gone already is as well.
    func delete(_ endpoint: Endpoint, _ parameters: String...) async throws(ServiceError) {
        do throws(ServiceError) {
            _ = try await send(endpoint, parameters)
        } catch {
            guard error.reason == .notFound else { throw error }
        }
    }
}
