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

    static func rule(_ name: String, queue: String, state: String = "ENABLED") -> DesiredResource {
        DesiredResource(
            address: Address(.rule, name), identity: LiveIdentity(.rule, scope: "default", name: name),
            attributes: [
                "name": .string(name), "eventBusName": "default", "state": .string(state),
                "eventPattern": ["detail": ["queueId": [.unknown(Unknown(Reference(Address(.queue, queue), "id")))]]],
            ])
    }

    static func target(_ rule: String, _ id: String, arn: String = "arn:aws:sqs:us-east-1:123456789012:ended") -> DesiredResource {
        DesiredResource(
            address: Address(.target, rule, part: id), identity: LiveIdentity(.target, scope: "arn:rule/default/\(rule)", name: id),
            attributes: ["id": .string(id), "arn": .string(arn)], dependencies: [Address(.rule, rule)])
    }

    static func permission(_ rule: String, function: String) -> DesiredResource {
        let arn = "arn:rule/default/\(rule)"
        return DesiredResource(
            address: Address(.permission, rule, part: "main"),
            identity: LiveIdentity(.permission, scope: function, name: "\(rule)-\(function)"),
            attributes: ["functionName": .string(function), "sourceArn": .string(arn)], dependencies: [Address(.rule, rule)])
    }

    static func state(_ resources: [DesiredResource]) -> DesiredState { DesiredState(stack: stack, resources: resources) }

    static let small = state([queue("support"), rule("ended", queue: "support"), target("ended", "a"), target("ended", "b")])
}
