internal import Model

/// An integration as `GET /api/v2/integrations` tells it (the vendor's SDK, `Integration`).
struct PublicIntegration: Hashable, Sendable {
    static let type = "amazon-eventbridge-source"

    var id: String
    var name: String
    var type: String
    /// ENABLED, DISABLED, DELETED or RESTORED: what was asked for.
    var intendedState: String
    /// ACTIVE, ACTIVATING, INACTIVE, DEACTIVATING or ERROR: what the service made of it; `nil` before it made anything.
    var reportedState: String?
    var reportedDetail: String?
    /// `nil` where the answer doesn't carry it.
    var configuration: IntegrationConfiguration?

    init(_ wire: Value, of endpoint: Endpoint) throws(ServiceError) {
        guard let id = wire["id"]?.string, !id.isEmpty else { throw .unexpected(endpoint, "an integration without an id") }
        self.id = id
        name = wire["name"]?.string ?? ""
        type = wire["integrationType"]?["id"]?.string ?? ""
        intendedState = wire["intendedState"]?.string ?? "DISABLED"
        let reported = wire["reportedState"]
        reportedState = reported?["code"]?.string
        let detail = reported?["detail"]
        reportedDetail = detail?.string ?? detail?["message"]?.string ?? detail?["localizableMessageCode"]?.string
        configuration = wire["config"]?["current"].flatMap { IntegrationConfiguration($0) }
    }

    var isEnabled: Bool { intendedState == "ENABLED" }
    var isDeleted: Bool { intendedState == "DELETED" }

    /// Whether it is read as it was written: reads may lag behind. Of a configuration that isn't carried nothing can be told.
    func isWritten(_ operation: Operation) -> Bool {
        let hasState = operation.attributes["enabled"]?.bool.map { $0 == isEnabled } ?? true
        return hasState && configuration.map { $0.merged(with: operation).body == $0.body } ?? true
    }

    /// What its creation leaves behind when it is cut short: POST can't configure, so nothing is in it yet, not even a mark.
    func isHalfMade(_ configuration: IntegrationConfiguration) -> Bool {
        intendedState == "DISABLED" && configuration.properties.isEmpty
    }

    var condition: String? {
        guard let reportedState, reportedState == "ERROR" || isEnabled && reportedState != "ACTIVE" else { return nil }
        return "its reported state is \(reportedState)" + (reportedDetail.map { ": \($0)" } ?? "")
    }

    /// The object in canonical shape, as the resource that declares it.
    func live(
        as resource: DesiredResource, _ configuration: IntegrationConfiguration, of stack: StackMark, organization: String
    ) -> LiveObject {
        var attributes = configuration.attributes(of: stack)
        attributes["name"] = .string(name)
        attributes["enabled"] = .bool(isEnabled)
        let isOurHalfMade = isHalfMade(configuration) && resource.attributes["name"] == .string(name)
        var ownership = configuration.ownership(for: stack)
        if ownership == .unmarked, isOurHalfMade { ownership = .ours(resource: resource.address.name) }
        return LiveObject(
            identity: resource.identity, id: id, attributes: attributes, outputs: outputs(configuration, organization: organization),
            ownership: ownership, condition: condition)
    }

    /// The object where it bears the stack's mark, known by its id; `nil` where it doesn't.
    func owned(by stack: StackMark, organization: String) -> LiveObject? {
        guard let configuration, case .ours = configuration.ownership(for: stack) else { return nil }
        var attributes = configuration.attributes(of: stack)
        attributes["name"] = .string(name)
        attributes["enabled"] = .bool(isEnabled)
        return LiveObject(
            identity: .id(.integration, id), id: id, attributes: attributes, outputs: outputs(configuration, organization: organization),
            ownership: configuration.ownership(for: stack), condition: condition)
    }

    func outputs(_ configuration: IntegrationConfiguration, organization: String) -> [String: Value] {
        var outputs: [String: Value] = ["id": .string(id)]
        if let suffix = configuration.properties["eventSourceSuffix"]?.string {
            outputs["eventSource"] = .string("aws.partner/genesys.com/cloud/\(organization)/\(suffix)")
        }
        return outputs
    }
}
