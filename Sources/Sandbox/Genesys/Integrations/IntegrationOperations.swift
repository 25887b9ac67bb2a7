import Model

/// Integrations of the public API (Genesys Cloud API: Integrations).
enum IntegrationOperations {
    static let all = [
        GenesysOperation("GET /api/v2/integrations", .reads, .permission("integrations:integration:view"), run: list),
        GenesysOperation("POST /api/v2/integrations", .mutates, .permission("integrations:integration:add"), run: create),
        GenesysOperation(
            "GET /api/v2/integrations/{integrationId}", .reads, .permission("integrations:integration:view")
        ) { state, call throws(GenesysError) in
            let (id, integration) = try state.integration(call)
            return .ok(integration.view(id, call, expanded: call.query.list("expand").contains("config.current")))
        },
        GenesysOperation(
            "PATCH /api/v2/integrations/{integrationId}", .mutates, .permission("integrations:integration:edit"), run: patch),
        GenesysOperation(
            "DELETE /api/v2/integrations/{integrationId}", .mutates, .permission("integrations:integration:delete")
        ) { state, call throws(GenesysError) in
            let (id, integration) = try state.integration(call)
            state.integrations[id] = nil
            return .ok(integration.view(id, call, expanded: false))
        },
    ]

    private static func list(_ state: inout GenesysState, _ call: GenesysCall) throws(GenesysError) -> GenesysReply {
        let expanded = call.query.list("expand").contains("config.current")
        let sorted = state.integrations.filter { call.lists($0.value.createdAt) }.sorted {
            ($0.value.name, $0.key) < ($1.value.name, $1.key)
        }
        return try Listing.page(
            sorted.map { $0.value.view($0.key, call, expanded: expanded) }, path: "/api/v2/integrations", call: call,
            largestPage: 100)
    }

    /// Makes a disabled integration without configuration: neither can be given here.
    private static func create(_ state: inout GenesysState, _ call: GenesysCall) throws(GenesysError) -> GenesysReply {
        let body = try call.object()
        guard let type = body["integrationType"]?["id"]?.string else { throw .invalid("integrationType.id is required") }
        guard type == Integration.eventBridgeType else { throw .notFound("integration type", type) }
        let id = call.configuration.makeID()
        let integration = Integration(
            name: body["name"]?.string ?? "Amazon EventBridge Source", typeID: type, intendedState: .disabled,
            stateChangedAt: call.now,
            configuration: IntegrationConfiguration(
                version: 1, notes: "", properties: Document([:]), advanced: Document([:]), credentials: Document([:])),
            createdAt: call.now)
        state.integrations[id] = integration
        return .ok(integration.view(id, call, expanded: false))
    }

    /// Changes the intended state.
    private static func patch(_ state: inout GenesysState, _ call: GenesysCall) throws(GenesysError) -> GenesysReply {
        var (id, integration) = try state.integration(call)
        guard let text = try call.object()["intendedState"]?.string, let intended = Integration.IntendedState(rawValue: text) else {
            let states = Integration.IntendedState.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("intendedState must be one of \(states)")
        }
        if integration.intendedState != intended { integration.stateChangedAt = call.now }
        integration.intendedState = intended
        state.integrations[id] = intended == .deleted ? nil : integration
        return .ok(integration.view(id, call, expanded: false))
    }
}

extension GenesysState {
    func integration(_ call: GenesysCall) throws(GenesysError) -> (id: String, integration: Integration) {
        let id = call.parameter("integrationId")
        guard let integration = integrations[id] else { throw .notFound("integration", id) }
        return (id, integration)
    }

    /// The partner event sources that the enabled integrations have in the sandbox's account and region.
    var eventSources: Set<String> {
        Set(integrations.values.filter { $0.intendedState == .enabled }.compactMap(\.eventSource))
    }
}
