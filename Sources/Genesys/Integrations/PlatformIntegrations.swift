internal import Model

/// Integrations through the tutorial's API (dialect `platform`): one call each, no mark, no organization, no way to delete.
///
/// The tutorial names no listing. Reading the collection is a convention; where a service has none, an id in the manifest is the only way to an
/// integration that exists, so none is created for want of it.
struct PlatformIntegrations: KindAdapter {
    let client: GenesysClient

    private struct Integration {
        var id: String
        var name: String?
        var enabled: Bool
        var topics: [String]

        init(_ wire: Value, of endpoint: Endpoint) throws(ServiceError) {
            guard let id = wire["integrationId"]?.string ?? wire["id"]?.string, !id.isEmpty else {
                throw .unexpected(endpoint, "an integration without an integrationId")
            }
            self.id = id
            name = wire["name"]?.string
            enabled = wire["enabled"]?.bool ?? false
            topics = (wire["eventTypes"]?.strings ?? []).sorted()
        }

        /// As PUT takes it: whole.
        var body: [String: Value] { ["enabled": .bool(enabled), "eventTypes": .list(topics.map { .string($0) })] }

        func live(as resource: DesiredResource) -> LiveObject {
            var attributes: [String: Value] = ["enabled": .bool(enabled), "topics": .list(topics.map { .string($0) })]
            // Neither told by every service nor to be changed by PUT: a difference could never be mended.
            attributes["name"] = resource.attributes["name"]
            return LiveObject(identity: resource.identity, id: id, attributes: attributes, outputs: ["id": .string(id)], ownership: .shared)
        }
    }

    // MARK: Reading

    func observe(_ resources: [DesiredResource], of stack: StackMark, progress: @escaping ObservationSink) async -> Observation {
        let named = resources.filter { $0.identity.givenID == nil }
        var listed: Result<[Integration], ServiceError> = .success([])
        if !named.isEmpty {
            do throws(ServiceError) { listed = .success(try await list()) } catch { listed = .failure(error) }
        }
        return await observe(each: resources) { [listed] resource throws(ServiceError) in
            if let id = resource.identity.givenID { return try await read(id).live(as: resource) }
            return try find(resource.identity.name, in: listed.get(), isOnlyOne: named.count == 1)?.live(as: resource)
        }
    }

    private func read(_ id: String) async throws(ServiceError) -> Integration {
        do throws(ServiceError) {
            return try Integration(await client.send(.readPlatformIntegration, [id]), of: .readPlatformIntegration)
        } catch {
            throw error.reason == .notFound ? error.missing("integration", id) : error
        }
    }

    private func list() async throws(ServiceError) -> [Integration] {
        let entities: [Value]
        do throws(ServiceError) {
            entities = try await client.list(.listPlatformIntegrations)
        } catch {
            guard error.status == 404 || error.status == 405 else { throw error }
            var error = error
            error.summary = "this service doesn't list its integrations, so an existing one can't be found by name"
            error.fix = "Put the id of the integration into spec.id in the manifest"
            throw error
        }
        var integrations: [Integration] = []
        for wire in entities { integrations.append(try Integration(wire, of: .listPlatformIntegrations)) }
        return integrations
    }

    /// - Parameter isOnlyOne: whether this is the only one that is looked for: two must not both be the nameless one.
    private func find(_ name: String, in listed: [Integration], isOnlyOne: Bool) throws(ServiceError) -> Integration? {
        let found = listed.filter { $0.name == name }
        if found.count > 1 { throw .ambiguous("integrations", named: name, ids: found.map(\.id), .listPlatformIntegrations) }
        if let found = found.first { return found }
        let nameless = listed.filter { $0.name == nil }
        if nameless.isEmpty { return nil }
        if listed.count == 1, isOnlyOne { return nameless.first }
        throw ServiceError(
            .conflict, system: .genesys, operation: Endpoint.listPlatformIntegrations.name,
            summary: "the service lists integrations without a name, so it can't be told which is \"\(name)\"",
            fix: "Put the id of the one that is meant into spec.id: \(nameless.map(\.id).sorted().joined(separator: " or "))")
    }

    // MARK: Changing

    func perform(_ operation: Operation, progress: @escaping ProgressSink) async throws(ServiceError) -> [String: Value] {
        switch operation.action {
        case .create:
            return ["id": .string(try await create(operation, client.patience(progress)).id)]
        case .update:
            let live = try await read(try operation.liveID())
            let body = body(operation, live: live)
            guard body != live.body else { return ["id": .string(live.id)] }
            do throws(ServiceError) {
                _ = try await client.send(.writePlatformIntegration, [live.id], body: .map(body))
            } catch {
                throw error.reason == .notFound ? error.missing("integration", live.id) : error
            }
            return ["id": .string(live.id)]
        case .delete:
            throw ServiceError(
                .invalid, system: .genesys, operation: "delete an integration",
                summary: "the API of this dialect can't delete an integration",
                fix: "Set enabled: false, or delete it in Genesys Cloud")
        }
    }

    private func create(_ operation: Operation, _ patience: Patience) async throws(ServiceError) -> Integration {
        let name = operation.attributes["name"]?.string ?? operation.identity.name
        var body = body(operation, live: nil)
        body["name"] = .string(name)
        let wire = try await client.create(.createPlatformIntegration, .map(body), patience: patience) {
            () async throws(ServiceError) -> Value? in
            try await find(name, in: list(), isOnlyOne: true).map { ["id": .string($0.id)] }
        }
        return try Integration(wire, of: .createPlatformIntegration)
    }

    private func body(_ operation: Operation, live: Integration?) -> [String: Value] {
        let planned = operation.live?.attributes["topics"]?.strings ?? []
        let topics = operation.attributes["topics"]?.strings.map { mergedTopics(live: live?.topics ?? [], wanted: $0, planned: planned) }
        return [
            "enabled": .bool(operation.attributes["enabled"]?.bool ?? live?.enabled ?? false),
            "eventTypes": .list((topics ?? live?.topics ?? []).map { .string($0) }),
        ]
    }

    /// This API reports no state: what it took is in effect once it is read as it was written.
    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError) {
        let patience = client.patience(progress)
        try await patience.wait(forReadsOf: "the integration \(operation.identity.name)", isNew: operation.action == .create) {
            () async throws(ServiceError) -> Integration? in
            if let id = operation.identity.givenID { return try await read(id) }
            return try await list().first { $0.id == outputs["id"]?.string }
        } isWritten: {
            body(operation, live: $0) == $0.body
        }
    }
}
