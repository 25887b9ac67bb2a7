internal import Model

extension GenesysClient {
    /// The organization that the credentials reach.
    func organizationID() async throws(ServiceError) -> String {
        guard let id = try await send(.readOrganization)["id"]?.string else {
            throw .unexpected(.readOrganization, "an organization without an id")
        }
        return id
    }

    /// - Throws: `ServiceError` where the credentials reach another organization than the stack's. The dialect `platform` knows none: there it is
    ///   only compared where the stack names one and the service tells it.
    func verifyOrganization(of stack: Stack.Genesys) async throws(ServiceError) {
        guard stack.api == .public || stack.organizationID != nil else { return }
        let actual: String
        do throws(ServiceError) {
            actual = try await organizationID()
        } catch {
            guard stack.api == .platform, [.forbidden, .notFound, .invalid].contains(error.reason) else { throw error }
            return
        }
        guard let expected = stack.organizationID, expected.lowercased() != actual.lowercased() else { return }
        throw ServiceError(
            .conflict, system: .genesys, operation: Endpoint.readOrganization.name,
            summary: "the credentials reach the organization \(actual), but the Stack names \(expected)",
            fix: "Set the credentials of the Stack's organization, or correct spec.genesys.organizationId")
    }
}
