import AWS
import Cloud
import Model
import Testing

/// A provider against a scripted AWS, and what tests say to it.
struct Fixture {
    static let partnerBus = "aws.partner/genesys.com/cloud/org-1/prod"
    static let function = "arn:aws:lambda:us-east-1:123456789012:function:Process"
    static let mark = StackMark(owner: "acme/telephony", name: "prod")
    static let stack = Stack(
        mark: mark, genesys: .init(region: "us-east-1"), aws: .init(region: "us-east-1", accountID: "123456789012"))

    let aws = StubAWS()
    let world = TestWorld()
    let provider: AWSProvider

    init(_ environment: [String: String] = TestWorld.credentials) throws {
        provider = try AWSProvider.rest(Self.stack.aws, http: aws, runtime: world.runtime(environment))
    }

    func observe(_ resources: [DesiredResource]) async -> Observation {
        await provider.observe(DesiredState(stack: Self.stack, resources: resources), focus: nil) { _ in }
    }

    func perform(_ action: Operation.Action, _ resource: DesiredResource, live: LiveObject? = nil) async throws -> [String: Value] {
        try #require(await perform(action, [resource], live: live)[resource.address]).get()
    }

    func perform(
        _ action: Operation.Action, _ resources: [DesiredResource], live: LiveObject? = nil
    ) async -> [Address: Result<[String: Value], ServiceError>] {
        await provider.perform(resources.map { Self.operation(action, $0, live: live) }) { world.tell($0) }
    }

    static func operation(_ action: Operation.Action, _ resource: DesiredResource, live: LiveObject? = nil) -> Operation {
        Operation(
            action, address: resource.address, identity: resource.identity, attributes: action == .delete ? [:] : resource.attributes,
            live: live, stack: mark)
    }

    /// The error that `body` throws.
    static func failure(_ body: () async throws -> some Any) async throws -> ServiceError {
        do {
            let value = try await body()
            Issue.record("nothing was thrown, but returned: \(value)")
            throw ServiceError(.invalid, system: .aws, operation: "", summary: "")
        } catch let error as ServiceError {
            return error
        }
    }
}

// MARK: - Resources

func ruleARN(_ name: String, bus: String = "default") -> String {
    "arn:aws:events:us-east-1:123456789012:rule/" + (bus == "default" ? name : "\(bus)/\(name)")
}

func rule(_ name: String = "ended", bus: String = "default", _ attributes: [String: Value] = [:]) -> DesiredResource {
    let whole: [String: Value] = [
        "name": .string(name), "eventBusName": .string(bus), "eventPattern": ["source": ["genesys.cloud"]], "state": "ENABLED",
    ]
    return DesiredResource(
        address: Address(.rule, "r-\(name)"), identity: LiveIdentity(.rule, scope: bus, name: name),
        attributes: whole.merging(attributes) { $1 })
}

func target(
    _ id: String = "main", of rule: String = "ended", bus: String = "default", _ attributes: [String: Value] = [:]
) -> DesiredResource {
    let whole: [String: Value] = ["id": .string(id), "arn": .string(Fixture.function)]
    return DesiredResource(
        address: Address(.target, "r-\(rule)", part: id), identity: LiveIdentity(.target, scope: ruleARN(rule, bus: bus), name: id),
        attributes: whole.merging(attributes) { $1 })
}

func permission(
    _ rule: String = "ended", bus: String = "default", function: String = Fixture.function, qualifier: String? = nil
) -> DesiredResource {
    let source = ruleARN(rule, bus: bus)
    let scope = ([function] + (qualifier.map { [$0] } ?? [])).joined(separator: ":")
    let sid = StatementID.sid(
        Fixture.mark, resource: scope, action: "lambda:InvokeFunction", principal: "events.amazonaws.com", sourceARN: source)
    var attributes: [String: Value] = [
        "functionName": .string(function), "statementId": .string(sid), "action": "lambda:InvokeFunction",
        "principal": "events.amazonaws.com", "sourceArn": .string(source),
    ]
    attributes["qualifier"] = qualifier.map { .string($0) }
    return DesiredResource(
        address: Address(.permission, "r-\(rule)", part: "main"), identity: LiveIdentity(.permission, scope: scope, name: sid),
        attributes: attributes)
}

func bus(_ name: String = Fixture.partnerBus) -> DesiredResource {
    DesiredResource(
        address: Address(.eventBus, "events"), identity: LiveIdentity(.eventBus, name: name),
        attributes: ["name": .string(name), "eventSourceName": .string(name)])
}

// MARK: - What AWS says of them

func wireRule(_ name: String = "ended", bus: String = "default", _ members: [String: Value] = [:]) -> Value {
    let whole: [String: Value] = [
        "Name": .string(name), "Arn": .string(ruleARN(name, bus: bus)), "EventBusName": .string(bus), "State": "ENABLED",
        "EventPattern": #"{"source": ["genesys.cloud"]}"#,
    ]
    return .map(whole.merging(members) { $1 })
}

func wireTags(_ tags: [String: String]) -> Value {
    .list(tags.sorted { $0.key < $1.key }.map { ["Key": .string($0.key), "Value": .string($0.value)] })
}

func ownTags(_ name: String = "ended", _ others: [String: String] = [:]) -> [String: String] {
    OwnershipTag.tags(Fixture.mark, resource: "r-\(name)").merging(others) { $1 }
}

/// An answer of GetResources: these rules bear the stack's mark.
func tagged(_ rules: [(arn: String, tags: [String: String])]) -> StubAWS.Reply {
    .json([
        "ResourceTagMappingList": .list(rules.map { ["ResourceARN": .string($0.arn), "Tags": wireTags($0.tags)] }), "PaginationToken": "",
    ])
}

func listed(_ rules: [Value]) -> StubAWS.Reply { .json(["Rules": .list(rules)]) }

/// A function's policy with a statement as AddPermission writes it.
func policy(_ permission: DesiredResource, _ members: [String: Value] = [:]) -> StubAWS.Reply {
    let statement: [String: Value] = [
        "Sid": .string(permission.identity.name), "Effect": "Allow", "Principal": ["Service": "events.amazonaws.com"],
        "Action": "lambda:InvokeFunction", "Resource": .string(permission.identity.scope),
        "Condition": ["ArnLike": ["AWS:SourceArn": permission.attributes["sourceArn"] ?? .null]],
    ]
    let document: Value = ["Version": "2012-10-17", "Id": "default", "Statement": [.map(statement.merging(members) { $1 })]]
    return .json(["Policy": .string(document.json), "RevisionId": "1"])
}
