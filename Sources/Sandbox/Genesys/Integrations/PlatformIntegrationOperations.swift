import Model

/// Integrations of the dialect `platform`, the tutorial's: one object with a switch and a list of event types, behind an OAuth scope.
enum PlatformIntegrationOperations {
    private static let path = "/api/v2/platform/eventbridge/integrations"
    private static let scope = GenesysOperation.Requirement.scope("event:write")

    static let all = [
        GenesysOperation("GET \(path)", .reads, scope) { state, call throws(GenesysError) in
            guard call.configuration.genesys.listsPlatformIntegrations else {
                throw GenesysError(status: 405, code: "method.not.allowed", message: "HTTP 405 Method Not Allowed")
            }
            let sorted = state.platformIntegrations.sorted { $0.key < $1.key }
            return try Listing.page(sorted.map { view($0.key, $0.value) }, path: path, call: call, largestPage: 100)
        },
        GenesysOperation("POST \(path)", .mutates, scope) { state, call throws(GenesysError) in
            let integration = try integration(call)
            let id = call.configuration.makeID()
            state.platformIntegrations[id] = integration
            return .ok(view(id, integration))
        },
        GenesysOperation("GET \(path)/{integrationId}", .reads, scope) { state, call throws(GenesysError) in
            let id = call.parameter("integrationId")
            guard let integration = state.platformIntegrations[id] else { throw .notFound("integration", id) }
            return .ok(view(id, integration))
        },
        GenesysOperation("PUT \(path)/{integrationId}", .mutates, scope) { state, call throws(GenesysError) in
            let id = call.parameter("integrationId")
            guard let former = state.platformIntegrations[id] else { throw .notFound("integration", id) }
            var integration = try integration(call)
            integration.name = integration.name ?? former.name
            state.platformIntegrations[id] = integration
            return .ok(view(id, integration))
        },
    ]

    private static func integration(_ call: GenesysCall) throws(GenesysError) -> PlatformIntegration {
        let body = try call.object()
        guard let enabled = body["enabled"]?.bool else { throw .invalid("enabled must be true or false") }
        guard let types = body["eventTypes"]?.strings else { throw .invalid("eventTypes must be a list of event types") }
        let unknown = types.filter { !$0.hasPrefix("conversation.") }
        guard unknown.isEmpty else { throw .invalid("eventTypes has unknown event types: \(unknown.joined(separator: ", "))") }
        return PlatformIntegration(name: body["name"]?.string, enabled: enabled, eventTypes: types)
    }

    private static func view(_ id: String, _ integration: PlatformIntegration) -> Value {
        .present([
            "integrationId": .string(id), "name": .string(integration.name), "enabled": .bool(integration.enabled),
            "eventTypes": .list(integration.eventTypes.map { .string($0) }),
        ])
    }
}
