import Model

/// Sets of manifests, as their compiler would hand them over.
enum Sets {
    static let stack = Stack(
        mark: StackMark(owner: "acme/telephony", name: "prod"), genesys: .init(region: "us-east-1", organizationID: "org"),
        aws: .init(region: "us-east-1", accountID: "123456789012"), maxDeletes: .count(1000))

    static func queue(_ name: String) -> DesiredResource {
        DesiredResource(
            address: Address(.queue, name), identity: LiveIdentity(.queue, name: name), attributes: ["name": .string(name)])
    }

    /// An integration with its bus, `bus-SUFFIX`.
    static func integration(_ name: String, suffix: String, enabled: Bool = true) -> [DesiredResource] {
        let address = Address(.integration, name)
        return [
            DesiredResource(
                address: address, identity: LiveIdentity(.integration, name: name),
                attributes: ["name": .string(name), "enabled": .bool(enabled), "eventSourceSuffix": .string(suffix)]),
            DesiredResource(
                address: Address(.eventBus, name), identity: LiveIdentity(.eventBus, name: "bus-\(suffix)"),
                attributes: ["name": .string("bus-\(suffix)"), "eventSourceName": .string("bus-\(suffix)")], dependencies: [address]),
        ]
    }

    static func rule(_ name: String, on bus: String = "default", queue: String, state: String = "ENABLED") -> DesiredResource {
        DesiredResource(
            address: Address(.rule, name), identity: LiveIdentity(.rule, scope: bus, name: name),
            attributes: [
                "name": .string(name), "eventBusName": .string(bus), "state": .string(state),
                "eventPattern": ["detail": ["queueId": [.unknown(Unknown(Reference(Address(.queue, queue), "id")))]]],
            ])
    }

    static func target(
        _ rule: String, on bus: String = "default", _ id: String, arn: String = "arn:aws:sqs:us-east-1:123456789012:ended"
    ) -> DesiredResource {
        DesiredResource(
            address: Address(.target, rule, part: id), identity: LiveIdentity(.target, scope: "arn:rule/\(bus)/\(rule)", name: id),
            attributes: ["id": .string(id), "arn": .string(arn)], dependencies: [Address(.rule, rule)])
    }

    static func permission(_ rule: String, on bus: String = "default", function: String) -> DesiredResource {
        let arn = "arn:rule/\(bus)/\(rule)"
        return DesiredResource(
            address: Address(.permission, rule, part: "main"),
            identity: LiveIdentity(.permission, scope: function, name: "\(bus)-\(rule)-\(function)"),
            attributes: ["functionName": .string(function), "sourceArn": .string(arn)], dependencies: [Address(.rule, rule)])
    }

    /// What is to be gone, known by its name alone.
    static func absent(_ resource: DesiredResource) -> DesiredResource {
        var absent = resource
        absent.lifecycle.ensure = .absent
        absent.attributes = absent.attributes.filter { $0.key == "name" }
        absent.dependencies = []
        return absent
    }

    static func state(_ resources: [DesiredResource]) -> DesiredState { DesiredState(stack: stack, resources: resources) }

    static let small = state([queue("support"), rule("ended", queue: "support"), target("ended", "a"), target("ended", "b")])
}
