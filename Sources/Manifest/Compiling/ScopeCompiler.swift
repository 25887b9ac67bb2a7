import Model
import YAML

extension Scope {
    /// Queues are known by name before they are decoded, since one may refer to another.
    init(_ stack: Stack?, queues: [(name: String?, node: YAMLNode)]) {
        let ids = queues.compactMap { queue in
            queue.name.map {
                ($0, queue.node["spec"]?["id"]?.scalar.map { .string($0.text.canonicalID) } ?? Value.id(of: Address(.queue, $0)))
            }
        }
        self.init(
            stack: stack ?? .standIn, queueIDs: Dictionary(ids, uniquingKeysWith: { $1 }), integrations: [:],
            absentQueues: Set(queues.filter(\.node.isDeclaredAbsent).compactMap(\.name)))
    }

    mutating func add(_ declarations: some Sequence<Declaration<IntegrationSpec>>) {
        for declaration in declarations {
            let name = declaration.name.value
            let source = stack.eventSource(declaration.spec)
            integrations[name] = Integration(
                eventSource: source, bus: stack.genesys.api == .public ? source : RuleBus.defaultName,
                id: declaration.spec.id.map { .string($0.value) } ?? .id(of: Address(.integration, name)),
                isAbsent: declaration.spec.lifecycle.isAbsent)
        }
    }
}

extension Value {
    /// The id that a resource tells once it exists.
    static func id(of address: Address) -> Value { .unknown(Unknown(Reference(address, "id"))) }
}

extension Stack {
    /// Holds the place of the stack that a base layer doesn't have.
    static let standIn = Stack(
        mark: StackMark(owner: "owner", name: "stack"),
        genesys: Genesys(region: "us-east-1", organizationID: "00000000-0000-0000-0000-000000000000"),
        aws: AWS(region: "us-east-1", accountID: "000000000000"))

    /// What events of an integration bear as their source; in `public` also the name of the partner event source and of its bus. `nil` where a part
    /// is missing, which is reported with the integration.
    func eventSource(_ integration: IntegrationSpec) -> String? {
        guard genesys.api == .public else { return "genesys.cloud" }
        guard let organization = genesys.organizationID, let suffix = integration.eventSourceSuffix?.value else { return nil }
        return "aws.partner/genesys.com/cloud/\(organization)/\(suffix)"
    }
}
