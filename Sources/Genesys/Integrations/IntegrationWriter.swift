internal import Model

/// Makes, changes and deletes one integration of the public API.
struct IntegrationWriter: Sendable {
    let client: GenesysClient
    let patience: Patience
    let operation: Operation

    private var reader: IntegrationReader { IntegrationReader(client: client) }

    /// Three calls make one integration. The first can't be told from its name alone whose it is, and a cut between them leaves a disabled
    /// integration without properties, which an update finishes.
    func create() async throws(ServiceError) -> [String: Value] {
        let name = operation.attributes["name"]?.string ?? operation.identity.name
        let former = try await Retirement(reader: reader, patience: patience, operation: operation).retire()
        let wire = try await client.create(
            .createIntegration, ["name": .string(name), "integrationType": ["id": .string(PublicIntegration.type)]], patience: patience
        ) { () async throws(ServiceError) -> Value? in
            try await reader.made(by: operation).map { ["id": .string($0.id), "intendedState": .string($0.intendedState)] }
        }
        let made = try PublicIntegration(wire, of: .createIntegration)
        return try await change(made, inheritingFrom: former) { $0.isVersionConflict || $0.reason == .notFound }
    }

    func update() async throws(ServiceError) -> [String: Value] {
        let live = try await reader.read(try operation.liveID())
        return try await change(live) { $0.isVersionConflict }
    }

    func delete() async throws(ServiceError) {
        let id = try operation.liveID()
        try await client.delete(.deleteIntegration, id)
        try await patience.wait(until: "the integration \(id) to be gone", atMost: .seconds(120)) { () async throws(ServiceError) in
            do throws(ServiceError) {
                return try await reader.read(id).isDeleted
            } catch {
                guard error.reason == .notFound else { throw error }
                return true
            }
        }
    }

    /// Configures, then enables or disables; each write starts from what was just read, and nothing is written that is so already.
    private func change(
        _ integration: PublicIntegration, inheritingFrom former: IntegrationConfiguration? = nil, while passes: (ServiceError) -> Bool
    ) async throws(ServiceError) -> [String: Value] {
        let configuration = try await patience.insist(on: "the configuration of the integration to be writable", while: passes) {
            () async throws(ServiceError) -> IntegrationConfiguration in
            try await configure(integration.id, inheritingFrom: former)
        }
        if let enabled = operation.attributes["enabled"]?.bool, enabled != integration.isEnabled {
            let state: Value = ["intendedState": .string(enabled ? "ENABLED" : "DISABLED")]
            try await patience.insist(on: "the integration to take its state", while: passes) { () async throws(ServiceError) in
                _ = try await client.send(.setIntegrationState, [integration.id], body: state)
            }
        }
        return integration.outputs(configuration, organization: try await reader.organization())
    }

    private func configure(
        _ id: String, inheritingFrom former: IntegrationConfiguration?
    ) async throws(ServiceError) -> IntegrationConfiguration {
        let live = try await reader.readConfiguration(id)
        try refuseIfTaken(live)
        let wanted = live.inheriting(from: former).merged(with: operation)
        if wanted.body != live.body { _ = try await client.send(.writeIntegrationConfiguration, [id], body: wanted.body) }
        return wanted
    }

    private func refuseIfTaken(_ configuration: IntegrationConfiguration) throws(ServiceError) {
        guard case .another(let owner) = configuration.ownership(for: operation.stack) else { return }
        if case .another? = operation.live?.ownership { return }
        throw ServiceError(
            .invalid, system: .genesys, operation: Endpoint.writeIntegrationConfiguration.name,
            summary: "the integration was taken over by the stack \(owner) in between", fix: "Run plan again")
    }
}

extension ServiceError {
    /// Which of the three the service answers is not documented; CX as Code deals with each.
    var isVersionConflict: Bool {
        reason == .conflict || status == 400 && message?.contains("does not match the current version") == true
    }
}
