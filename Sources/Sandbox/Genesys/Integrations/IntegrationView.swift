import FoundationEssentials
import Model

extension Integration {
    static let eventBridgeType = "amazon-eventbridge-source"
    /// What the configuration must have before events can flow.
    private static let requiredProperties = ["awsAccountId", "awsAccountRegion", "eventSourceSuffix", "eventFilter"]

    /// The name of its source in the sandbox's account; `nil` where it isn't configured or belongs to another account or region.
    var eventSource: String? {
        guard missingProperties.isEmpty, configuration.properties["awsAccountId"]?.string == SandboxIdentity.accountID,
            configuration.properties["awsAccountRegion"]?.string == SandboxIdentity.region,
            let suffix = configuration.properties["eventSourceSuffix"]?.string
        else { return nil }
        return "aws.partner/genesys.com/cloud/\(SandboxIdentity.organizationID)/\(suffix)"
    }

    private var missingProperties: [String] {
        Self.requiredProperties.filter { name in
            configuration.properties[name].map { $0 == .null || $0 == "" || $0 == [] } ?? true
        }
    }

    /// - Parameter expanded: with the configuration in it, else with its address alone.
    func view(_ id: String, _ call: GenesysCall, expanded: Bool) -> Value {
        let current = expanded ? configurationView(id, call) : ["selfUri": .string("/api/v2/integrations/\(id)/config/current")]
        return [
            "id": .string(id), "name": .string(name), "integrationType": integrationType, "notes": .string(notes(call)),
            "intendedState": .string(intendedState.rawValue), "reportedState": reportedState(call), "attributes": [:],
            "config": ["current": current], "selfUri": .string("/api/v2/integrations/\(id)"),
        ]
    }

    func configurationView(_ id: String, _ call: GenesysCall) -> Value {
        [
            "id": .string(id), "name": .string(name), "version": .integer(configuration.version), "notes": .string(notes(call)),
            "properties": configuration.properties.value, "advanced": configuration.advanced.value,
            "credentials": configuration.credentials.value, "selfUri": .string("/api/v2/integrations/\(id)/config/current"),
        ]
    }

    private var integrationType: Value {
        ["id": .string(typeID), "selfUri": .string("/api/v2/integrations/types/\(typeID)")]
    }

    private func notes(_ call: GenesysCall) -> String {
        configuration.notes.isEmpty && call.configuration.genesys.marksEmptyNotes ? "node_dynamodb_empty_string" : configuration.notes
    }

    /// What the service says of the integration, whatever was intended.
    private func reportedState(_ call: GenesysCall) -> Value {
        let missing = missingProperties
        let (code, detail): (String, String?) =
            if intendedState != .enabled {
                ("INACTIVE", nil)
            } else if !missing.isEmpty {
                ("ERROR", "The configuration lacks \(missing.joined(separator: ", "))")
            } else if isActivating(call) {
                ("ACTIVATING", nil)
            } else {
                ("ACTIVE", nil)
            }
        return .present([
            "code": .string(code), "effective": .string(code == "ACTIVE" ? "Active" : "Inactive"),
            "detail": detail.map { ["message": .string($0), "messageWithParams": .string($0), "messageParams": [:]] },
            "lastUpdated": .date(stateChangedAt),
        ])
    }

    private func isActivating(_ call: GenesysCall) -> Bool {
        if stateChangedAt.addingTimeInterval(call.configuration.activationDelay) > call.now { return true }
        guard call.configuration.genesys.activationNeedsBus, let eventSource else { return false }
        return !call.associatedSources.contains(eventSource)
    }
}
