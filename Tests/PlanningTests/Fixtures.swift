import Model
import Planning

/// One queue, one rule on it, one Lambda target with its permission: the smallest whole set.
enum Fixture {
    static let stack = Stack(
        mark: StackMark(owner: "acme/telephony", name: "prod"), genesys: .init(region: "us-east-1", organizationID: "org"),
        aws: .init(region: "us-east-1", accountID: "123456789012"), maxDeletes: .count(10))
    static let function = "arn:aws:lambda:us-east-1:123456789012:function:Process"

    static func ruleARN(_ name: String, bus: String = "default") -> String {
        "arn:aws:events:us-east-1:123456789012:rule/" + (bus == "default" ? name : "\(bus)/\(name)")
    }

    static func queue(_ name: String = "support", manage: Lifecycle.Manage = .full) -> DesiredResource {
        DesiredResource(
            address: Address(.queue, name), identity: LiveIdentity(.queue, name: name), attributes: ["name": .string(name)],
            lifecycle: Lifecycle(manage: manage), place: SourceLocation(file: "queue.yaml", line: 3, column: 1))
    }

    static let eventSource = "aws.partner/genesys.com/cloud/org/prod"

    static func integration(suffix: String = "prod", enabled: Bool = true, lifecycle: Lifecycle = Lifecycle()) -> DesiredResource {
        DesiredResource(
            address: Address(.integration, "events"), identity: LiveIdentity(.integration, name: "events"),
            attributes: [
                "name": "events", "enabled": .bool(enabled), "topics": ["a"], "awsAccountId": "123456789012",
                "awsAccountRegion": "us-east-1", "eventSourceSuffix": .string(suffix),
            ], lifecycle: lifecycle)
    }

    /// - Parameter source: `nil` for an integration of the `platform` API.
    static func liveIntegration(source: String? = eventSource, changing changes: [String: Value?] = [:]) -> LiveObject {
        var live = integration().live(changing: changes)
        live.outputs["eventSource"] = source.map(Value.string)
        return live
    }

    static func rule(
        _ name: String = "ended", live: String? = nil, bus: String = "default", queue: String = "support", description: String? = nil,
        lifecycle: Lifecycle = Lifecycle()
    ) -> DesiredResource {
        let id = Value.unknown(Unknown(Reference(Address(.queue, queue), "id")))
        var attributes: [String: Value] = [
            "name": .string(live ?? name), "eventBusName": .string(bus), "state": "ENABLED",
            "eventPattern": ["detail": ["queueId": .list([id])]],
        ]
        attributes["description"] = description.map(Value.string)
        return DesiredResource(
            address: Address(.rule, name), identity: LiveIdentity(.rule, scope: bus, name: live ?? name), attributes: attributes,
            lifecycle: lifecycle, place: SourceLocation(file: "rule.yaml", line: 7, column: 1))
    }

    static func bus(_ name: String = eventSource, lifecycle: Lifecycle = Lifecycle()) -> DesiredResource {
        DesiredResource(
            address: Address(.eventBus, "events"), identity: LiveIdentity(.eventBus, name: name),
            attributes: ["name": .string(name), "eventSourceName": .string(name)], lifecycle: lifecycle,
            dependencies: [Address(.integration, "events")])
    }

    static func permission(_ rule: String = "ended", target: String = "main", function: String = function) -> DesiredResource {
        let arn = ruleARN(rule)
        let sid = StatementID.sid(
            stack.mark, resource: function, action: "lambda:InvokeFunction", principal: "events.amazonaws.com", sourceARN: arn)
        return DesiredResource(
            address: Address(.permission, rule, part: target), identity: LiveIdentity(.permission, scope: function, name: sid),
            attributes: [
                "functionName": .string(function), "statementId": .string(sid), "action": "lambda:InvokeFunction",
                "principal": "events.amazonaws.com", "sourceArn": .string(arn),
            ], dependencies: [Address(.rule, rule)])
    }

    static func target(_ rule: String = "ended", id: String = "main", arn: String = function) -> DesiredResource {
        DesiredResource(
            address: Address(.target, rule, part: id), identity: LiveIdentity(.target, scope: ruleARN(rule), name: id),
            attributes: ["id": .string(id), "arn": .string(arn)],
            dependencies: [Address(.rule, rule), Address(.permission, rule, part: id)])
    }

    static var whole: DesiredState {
        DesiredState(stack: stack, resources: [queue(), rule(), permission(), target()])
    }

    static func with(_ resources: DesiredResource...) -> DesiredState { DesiredState(stack: stack, resources: resources) }
}

extension DesiredResource {
    /// The live object that has just what is declared.
    func live(ownership: Ownership? = nil, changing changes: [String: Value?] = [:]) -> LiveObject {
        var attributes = attributes.mapValues { $0.resolved { .string("\($0.address.name)-id") } }
        for (key, value) in changes { attributes[key] = value }
        let id =
            switch address.kind {
            case .rule: Fixture.ruleARN(identity.name, bus: identity.scope)
            default: "\(address.name)-id"
            }
        return LiveObject(
            identity: identity, id: id, attributes: attributes, outputs: ["id": .string(id)],
            ownership: ownership ?? (address.kind == .queue ? .shared : .ours(resource: address.name)))
    }
}

extension DesiredResource {
    /// The same, declared to be gone.
    var absent: DesiredResource {
        var resource = self
        resource.lifecycle.ensure = .absent
        return resource
    }
}

extension DesiredState {
    /// The observation in which nothing differs.
    var live: Observation { Observation(objects: resources.map { $0.live() }) }

    func live(replacing objects: LiveObject..., adding others: [LiveObject] = []) -> Observation {
        let replaced = Set(objects.map(\.identity))
        return Observation(objects: resources.map { $0.live() }.filter { !replaced.contains($0.identity) } + objects + others)
    }
}

extension Plan {
    subscript(_ address: String) -> Change? { changes.first { $0.address.description == address } }

    var actions: [String: Action] {
        Dictionary(mutations.map { ($0.address.description, $0.action) }, uniquingKeysWith: { first, _ in first })
    }
}
