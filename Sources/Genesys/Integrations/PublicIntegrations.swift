internal import Model

/// Integrations through the documented API (dialect `public`): made, configured and enabled by three calls, found by name and type.
struct PublicIntegrations: KindAdapter {
    let client: GenesysClient

    private var reader: IntegrationReader { IntegrationReader(client: client) }

    func observe(_ resources: [DesiredResource], of stack: StackMark, progress: @escaping ObservationSink) async -> Observation {
        let organization: String
        var listed: [PublicIntegration] = []
        do throws(ServiceError) {
            organization = try await reader.organization()
            if resources.contains(where: { $0.identity.givenID == nil }) { listed = try await reader.list(progress) }
        } catch {
            return Observation(gaps: [Gap(.integration, error: error)])
        }
        var observation = await observe(each: resources) { [listed] resource throws(ServiceError) in
            guard let found = try await find(resource, in: listed, of: stack) else { return nil }
            let configuration = if let carried = found.configuration { carried } else { try await reader.readConfiguration(found.id) }
            return found.live(as: resource, configuration, of: stack, organization: organization)
        }
        let seen = Set(observation.objects.values.map(\.id))
        for other in listed.filter({ !seen.contains($0.id) }).compactMap({ $0.owned(by: stack, organization: organization) }) {
            observation.objects[other.identity] = other
        }
        return observation
    }

    private func find(
        _ resource: DesiredResource, in listed: [PublicIntegration], of stack: StackMark
    ) async throws(ServiceError) -> PublicIntegration? {
        if let id = resource.identity.givenID {
            return try await resource.byID { () async throws(ServiceError) in try await reader.read(id) }.flatMap { found in
                resource.lifecycle.ensure == .absent && found.isDeleted ? nil : found
            }
        }
        let named = try await resource.byName { name throws(ServiceError) in try reader.only(named: name, in: listed) }
        if let named { return named }
        let retired = try reader.only(named: Retirement.name(of: resource.identity.name), in: listed)
        guard let configuration = retired?.configuration, configuration.isStill(resource, of: stack) else { return nil }
        return retired
    }

    func perform(_ operation: Operation, progress: @escaping ProgressSink) async throws(ServiceError) -> [String: Value] {
        let writer = IntegrationWriter(client: client, patience: client.patience(progress), operation: operation)
        switch operation.action {
        case .create: return try await writer.create()
        case .update: return try await writer.update()
        case .delete:
            try await writer.delete()
            return [:]
        }
    }

    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError) {
        let patience = client.patience(progress)
        let (id, isNew) = (outputs["id"]?.string, operation.action == .create)
        if let id, operation.attributes["enabled"] == true { try await awaitActivity(id, operation, patience) }
        try await patience.wait(forReadsOf: "the integration \(operation.identity.name)", isNew: isNew) {
            () async throws(ServiceError) -> PublicIntegration? in
            if isNew { return try await reader.made(by: operation) }
            guard let id else { return nil }
            return try await reader.read(id)
        } isWritten: {
            $0.isWritten(operation)
        }
    }

    /// An ERROR counts once it is seen twice running: the first may still be the former configuration's.
    private func awaitActivity(_ id: String, _ operation: Operation, _ patience: Patience) async throws(ServiceError) {
        var errors = 0
        try await patience.wait(until: "the integration \(operation.address.name) to become ACTIVE", atMost: .seconds(300)) {
            () async throws(ServiceError) in
            let integration = try await reader.read(id)
            errors = integration.reportedState == "ERROR" ? errors + 1 : 0
            guard errors < 2 else {
                throw ServiceError(
                    .invalid, system: .genesys, operation: Endpoint.readIntegration.name,
                    summary: "the integration is enabled, but Genesys Cloud reports ERROR", code: "ERROR",
                    message: integration.reportedDetail,
                    fix: "Check awsAccountId, awsAccountRegion and eventSourceSuffix, then run again")
            }
            return integration.reportedState == "ACTIVE"
        }
    }
}
