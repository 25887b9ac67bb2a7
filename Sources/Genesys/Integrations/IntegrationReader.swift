internal import Model

/// Reads integrations of the public API.
struct IntegrationReader: Sendable {
    let client: GenesysClient

    /// The stack's organization, which is part of every event source's name.
    func organization() async throws(ServiceError) -> String {
        if let id = client.stack.organizationID { return id }
        return try await client.organizationID()
    }

    /// Every event integration that is not deleted. The API has no filter by name.
    func list(_ progress: @escaping ObservationSink = { _ in }) async throws(ServiceError) -> [PublicIntegration] {
        var integrations: [PublicIntegration] = []
        for wire in try await client.list(.listIntegrations, query: [("expand", "config.current")], progress: progress) {
            let integration = try PublicIntegration(wire, of: .listIntegrations)
            if integration.type == PublicIntegration.type, !integration.isDeleted { integrations.append(integration) }
        }
        return integrations
    }

    /// - Throws: `ServiceError` where several have the name.
    func only(named name: String, in listed: [PublicIntegration]) throws(ServiceError) -> PublicIntegration? {
        let found = listed.filter { $0.name == name }
        if found.count > 1 { throw .ambiguous("integrations", named: name, ids: found.map(\.id), .listIntegrations) }
        return found.first
    }

    /// What an operation has created. A listing may still show under the name what gives way to it.
    func made(by operation: Operation) async throws(ServiceError) -> PublicIntegration? {
        try only(named: operation.identity.name, in: await list().filter { $0.id != operation.live?.id })
    }

    /// - Throws: `ServiceError` where there is none with the id, or where it is of another type.
    func read(_ id: String) async throws(ServiceError) -> PublicIntegration {
        let wire: Value
        do throws(ServiceError) {
            wire = try await client.send(.readIntegration, [id], query: [("expand", "config.current")])
        } catch {
            throw error.reason == .notFound ? error.missing("integration", id) : error
        }
        let integration = try PublicIntegration(wire, of: .readIntegration)
        guard integration.type == PublicIntegration.type else {
            throw ServiceError(
                .invalid, system: .genesys, operation: Endpoint.readIntegration.name,
                summary: "the integration \(id) is of type \(integration.type), not \(PublicIntegration.type)",
                fix: "Correct spec.id in the manifest")
        }
        return integration
    }

    func readConfiguration(_ id: String) async throws(ServiceError) -> IntegrationConfiguration {
        guard let configuration = IntegrationConfiguration(try await client.send(.readIntegrationConfiguration, [id])) else {
            throw .unexpected(.readIntegrationConfiguration, "a configuration without a version")
        }
        return configuration
    }
}
