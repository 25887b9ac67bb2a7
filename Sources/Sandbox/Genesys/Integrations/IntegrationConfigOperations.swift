import Model

/// An integration's configuration: read, and replaced whole by whoever knows its present version.
enum IntegrationConfigOperations {
    static let all = [
        GenesysOperation(
            "GET /api/v2/integrations/{integrationId}/config/current", .reads, .permission("integrations:integration:view")
        ) { state, call throws(GenesysError) in
            let (id, integration) = try state.integration(call)
            return .ok(integration.configurationView(id, call))
        },
        GenesysOperation(
            "PUT /api/v2/integrations/{integrationId}/config/current", .mutates, .permission("integrations:integration:edit"),
            run: put),
    ]

    private static func put(_ state: inout GenesysState, _ call: GenesysCall) throws(GenesysError) -> GenesysReply {
        var (id, integration) = try state.integration(call)
        let body = try call.object()
        try checkVersion(body["version"], integration.configuration.version, call)
        guard let name = body["name"]?.string, !name.isEmpty else { throw .invalid("name is required") }
        let properties = body["properties"]?.map ?? [:]
        try EventBridgeProperties.check(properties)
        if !call.configuration.genesys.allowsCoordinateChange {
            try EventBridgeProperties.checkUnmoved(from: integration.configuration.properties.value.map ?? [:], to: properties)
        }
        integration.name = name
        integration.configuration = IntegrationConfiguration(
            version: integration.configuration.version + 1, notes: body["notes"]?.string ?? "",
            properties: Document(properties), advanced: Document(body["advanced"]?.map ?? [:]),
            credentials: Document(body["credentials"]?.map ?? [:]))
        state.integrations[id] = integration
        return .ok(integration.configurationView(id, call))
    }

    private static func checkVersion(_ given: Value?, _ current: Int, _ call: GenesysCall) throws(GenesysError) {
        guard let given = given?.integer else { throw .invalid("version is required") }
        guard given == current else {
            throw .conflict(
                "The version \(given) does not match the current version \(current)",
                status: call.configuration.genesys.versionConflictStatus)
        }
    }
}
