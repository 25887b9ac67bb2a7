internal import Model

extension GenesysClient {
    /// Deletes an object; one that is gone already is as well.
    func delete(_ endpoint: Endpoint, _ parameters: String..., query: [(String, String)] = []) async throws(ServiceError) {
        do throws(ServiceError) {
            _ = try await send(endpoint, parameters, query: query)
        } catch {
            guard error.reason == .notFound else { throw error }
        }
    }
}
