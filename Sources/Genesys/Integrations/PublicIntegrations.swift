internal import Model

/// Integrations through the documented API (dialect `public`): made, configured and enabled by three calls, found by name and type.
struct PublicIntegrations: KindAdapter {
    let client: GenesysClient

    func observe(_ resources: [DesiredResource], of stack: StackMark) async -> Observation {
        let organization: String
        var listed: [PublicIntegration] = []
        do throws(ServiceError) {
            organization = try await self.organization()
            if resources.contains(where: { $0.identity.givenID == nil }) { listed = try await list() }
        } catch {
            return Observation(gaps: [Gap(.integration, error: error)])
        }
        return await observe(each: resources) { [listed] resource throws(ServiceError) in
            let found =
                if let id = resource.identity.givenID {
                    try await read(id)
                } else {
                    try only(named: resource.identity.name, in: listed)
                }
            guard let found else { return nil }
            let configuration = if let carried = found.configuration { carried } else { try await readConfiguration(found.id) }
            return found.live(as: resource, configuration, of: stack, organization: organization)
        }
    }

    // MARK: Reading

    private func organization() async throws(ServiceError) -> String {
        if let id = client.stack.organizationID { return id }
        return try await client.organizationID()
    }

    private func list() async throws(ServiceError) -> [PublicIntegration] {
        var integrations: [PublicIntegration] = []
        for wire in try await client.list(.listIntegrations, query: [("expand", "config.current")]) {
            let integration = try PublicIntegration(wire, of: .listIntegrations)
            if integration.type == PublicIntegration.type, integration.intendedState != "DELETED" { integrations.append(integration) }
        }
        return integrations
    }

    private func only(named name: String, in listed: [PublicIntegration]) throws(ServiceError) -> PublicIntegration? {
        let found = listed.filter { $0.name == name }
        if found.count > 1 { throw .ambiguous("integrations", named: name, ids: found.map(\.id), .listIntegrations) }
        return found.first
    }

    private func read(_ id: String) async throws(ServiceError) -> PublicIntegration {
        let wire: Value
        do throws(ServiceError) {
            wire = try await client.send(.readIntegration, id, query: [("expand", "config.current")])
        } catch {
            throw error.reason == .notFound ? error.missing("integration", id) : error
        }
        let integration = try PublicIntegration(wire, of: .readIntegration)
        guard integration.type == PublicIntegration.type else {
            throw ServiceError(
                .invalid, system: .genesys, operation: Endpoint.readIntegration.name,
                summary: "the integration \(id) is of type \(integration.type), not \(PublicIntegration.type)",
                fix: "correct spec.id in the manifest")
        }
        return integration
    }

    private func readConfiguration(_ id: String) async throws(ServiceError) -> IntegrationConfiguration {
        guard let configuration = IntegrationConfiguration(try await client.send(.readIntegrationConfiguration, id)) else {
            throw .unexpected(.readIntegrationConfiguration, "a configuration that is no object")
        }
        return configuration
    }

    // MARK: Changing

    func perform(_ operation: Operation, progress: @escaping ProgressSink) async throws(ServiceError) -> [String: Value] {
        let patience = client.patience(progress)
        switch operation.action {
        case .create:
            let made = try await create(operation, patience)
            return try await change(made, operation, patience) { $0.isVersionConflict || $0.reason == .notFound }
        case .update:
            let live = try await read(try operation.liveID())
            return try await change(live, operation, patience) { $0.isVersionConflict }
        case .delete:
            try await delete(try operation.liveID(), patience)
            return [:]
        }
    }

    private func create(_ operation: Operation, _ patience: Patience) async throws(ServiceError) -> PublicIntegration {
        let name = operation.attributes["name"]?.string ?? operation.identity.name
        let wire = try await client.create(
            .createIntegration, ["name": .string(name), "integrationType": ["id": .string(PublicIntegration.type)]], patience: patience
        ) { () async throws(ServiceError) -> Value? in
            try await only(named: name, in: list()).map { ["id": .string($0.id), "intendedState": .string($0.intendedState)] }
        }
        return try PublicIntegration(wire, of: .createIntegration)
    }

    /// Configures, then enables or disables; each write starts from what was just read, and nothing is written that is so already.
    private func change(
        _ integration: PublicIntegration, _ operation: Operation, _ patience: Patience, while passes: (ServiceError) -> Bool
    ) async throws(ServiceError) -> [String: Value] {
        let configuration = try await patience.insist(on: "the configuration of the integration to be writable", while: passes) {
            () async throws(ServiceError) -> IntegrationConfiguration in
            try await configure(integration.id, operation)
        }
        if let enabled = operation.attributes["enabled"]?.bool, enabled != integration.isEnabled {
            let state: Value = ["intendedState": .string(enabled ? "ENABLED" : "DISABLED")]
            try await patience.insist(on: "the integration to take its state", while: passes) { () async throws(ServiceError) in
                _ = try await client.send(.setIntegrationState, integration.id, body: state)
            }
        }
        return integration.outputs(configuration, organization: try await organization())
    }

    private func configure(_ id: String, _ operation: Operation) async throws(ServiceError) -> IntegrationConfiguration {
        let live = try await readConfiguration(id)
        try refuseIfTaken(live, operation)
        let wanted = live.merged(with: operation)
        if wanted.body != live.body { _ = try await client.send(.writeIntegrationConfiguration, id, body: wanted.body) }
        return wanted
    }

    private func refuseIfTaken(_ configuration: IntegrationConfiguration, _ operation: Operation) throws(ServiceError) {
        guard case .another(let owner) = configuration.ownership(for: operation.stack) else { return }
        if case .another? = operation.live?.ownership { return }
        throw ServiceError(
            .invalid, system: .genesys, operation: Endpoint.writeIntegrationConfiguration.name,
            summary: "the integration was taken over by the stack \(owner) in between", fix: "run plan again")
    }

    private func delete(_ id: String, _ patience: Patience) async throws(ServiceError) {
        try await client.delete(.deleteIntegration, id)
        try await patience.wait(until: "the integration \(id) to be gone", atMost: .seconds(120)) { () async throws(ServiceError) in
            do throws(ServiceError) {
                return try await read(id).intendedState == "DELETED"
            } catch {
                guard error.reason == .notFound else { throw error }
                return true
            }
        }
    }

    // MARK: Waiting

    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError) {
        let patience = client.patience(progress)
        if operation.action == .create {
            try await patience.wait(until: "the integration \(operation.identity.name) to be listed", atMost: .seconds(60)) {
                () async throws(ServiceError) in
                try await only(named: operation.identity.name, in: list()) != nil
            }
        }
        guard operation.attributes["enabled"] == true, let id = outputs["id"]?.string else { return }
        try await settleActivity(id, operation, patience)
    }

    /// An ERROR counts once it is seen twice running: the first may still be the former configuration's.
    private func settleActivity(_ id: String, _ operation: Operation, _ patience: Patience) async throws(ServiceError) {
        var errors = 0
        try await patience.wait(until: "the integration \(operation.address.name) to become ACTIVE", atMost: .seconds(300)) {
            () async throws(ServiceError) in
            let integration = try await read(id)
            errors = integration.reportedState == "ERROR" ? errors + 1 : 0
            guard errors < 2 else {
                throw ServiceError(
                    .invalid, system: .genesys, operation: Endpoint.readIntegration.name,
                    summary: "the integration is enabled, but Genesys Cloud reports ERROR", code: "ERROR",
                    message: integration.reportedDetail,
                    fix: "check awsAccountId, awsAccountRegion and eventSourceSuffix, then run again")
            }
            return integration.reportedState == "ACTIVE"
        }
    }
}

extension ServiceError {
    /// Which of the three the service answers is not documented; CX as Code deals with each.
    fileprivate var isVersionConflict: Bool {
        reason == .conflict || status == 400 && message?.contains("does not match the current version") == true
    }
}
