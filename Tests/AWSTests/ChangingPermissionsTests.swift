import AWS
import Model
import Synchronization
import Testing

@Suite struct ChangingPermissionsTests {
    let fixture: Fixture
    var aws: StubAWS { fixture.aws }

    init() throws {
        fixture = try Fixture()
        aws.on("AddPermission", .text(#"{"Statement":"{}"}"#, status: 201))
        aws.on("RemovePermission", .text("", status: 204))
        aws.on("ListTagsForResource", .json(["Tags": []]))
    }

    @Test("a statement is added to the function, version or alias", arguments: [nil, "live"])
    func added(qualifier: String?) async throws {
        let permission = permission(qualifier: qualifier)
        _ = try await fixture.perform(.create, permission)
        var input: [String: Value] = [
            "FunctionName": .string(Fixture.function), "StatementId": .string(permission.identity.name), "Action": "lambda:InvokeFunction",
            "Principal": "events.amazonaws.com", "SourceArn": .string(ruleARN("ended")),
        ]
        input["Qualifier"] = qualifier.map { .string($0) }
        #expect(aws.calls == [.init("AddPermission", .map(input))])
    }

    @Test func `a repeated addition that finds its own statement has succeeded`() async throws {
        aws.on("AddPermission") { _, count in count == 0 ? .lost : .error("ResourceConflictException", status: 409) }
        aws.on("GetPolicy", policy(permission()))
        _ = try await fixture.perform(.create, permission())
        #expect(aws.calls.map(\.operation) == ["AddPermission", "AddPermission", "GetPolicy"])
    }

    @Test func `an addition that finds another statement has failed`() async throws {
        aws.on("AddPermission", .error("ResourceConflictException", status: 409))
        aws.on("GetPolicy", policy(permission(), ["Action": "lambda:*"]))
        let error = try await Fixture.failure { try await fixture.perform(.create, permission()) }
        #expect(error.reason == .conflict)
    }

    @Test func `a function that isn't there is named`() async throws {
        aws.on("AddPermission", .error("ResourceNotFoundException", status: 404))
        let error = try await Fixture.failure { try await fixture.perform(.create, permission()) }
        #expect(error.reason == .notFound)
        #expect(error.fix?.contains(Fixture.function) == true)
    }

    @Test func `a policy that is full is told`() async throws {
        aws.on("AddPermission", .error("PolicyLengthExceededException"))
        let error = try await Fixture.failure { try await fixture.perform(.create, permission()) }
        #expect(error.reason == .limitExceeded)
        #expect(error.fix?.contains("20,480 bytes") == true)
        #expect(aws.counts == ["AddPermission": 1])
    }

    @Test func `where a policy is full of the rules' own, one of these goes for the bus'; one of others never`() async throws {
        let holder = try #require(PolicyHolder(Fixture.function))
        let grant = PolicyGrant(holder, source: "arn:aws:events:us-east-1:123456789012:rule/*", stack: Fixture.mark)
        let shared = DesiredResource(
            address: .permission(ofBus: "default", holder: holder.arn), identity: grant.identity, attributes: grant.attributes)
        let own = permission("ended")
        aws.on("AddPermission") { _, count in
            count == 0 ? .error("PolicyLengthExceededException") : .text(#"{"Statement":"{}"}"#, status: 201)
        }
        aws.on("GetPolicy", policy(own))
        _ = try await fixture.perform(.create, shared)
        #expect(
            aws.calls.map { "\($0.operation) \($0.input["StatementId"]?.string ?? "")" } == [
                "AddPermission \(grant.sid)", "GetPolicy ", "RemovePermission \(own.identity.name)", "AddPermission \(grant.sid)",
            ])

        aws.on("AddPermission", .error("PolicyLengthExceededException"))
        aws.on("GetPolicy", policy(own, ["Effect": "Deny"]))
        let error = try await Fixture.failure { try await fixture.perform(.create, shared) }
        #expect(error.reason == .limitExceeded && aws.counts["RemovePermission"] == 1)
    }

    @Test func `additions to the policies of one function, its versions and aliases never meet`() async throws {
        let one = (1...10).map { permission("r\($0)", qualifier: $0.isMultiple(of: 2) ? "live" : nil) }
        let gauge = Gauge()
        let provider = AWSProvider(Fixture.stack.aws, transport: gauge, runtime: fixture.world.runtime())
        _ = await provider.perform(one.map { Fixture.operation(.create, $0) }) { _ in }
        #expect(gauge.total == 10 && gauge.most == 1)
    }

    /// How many calls there are at a time.
    private final class Gauge: AWSTransport {
        private let counts = Mutex((now: 0, most: 0, total: 0))

        var most: Int { counts.withLock(\.most) }
        var total: Int { counts.withLock(\.total) }

        func call(_ operation: AWSOperation, _ input: Value) async throws(ServiceError) -> Value {
            counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.total + 1) }
            for _ in 0..<20 { await Task.yield() }
            counts.withLock { $0.now -= 1 }
            return ["Statement": "{}"]
        }
    }

    @Test func `the new statement is there before the old one goes`() async throws {
        let former = permission("former")
        _ = try await fixture.perform(.update, permission(), live: live(former))
        #expect(
            aws.calls.map { "\($0.operation) \($0.input["StatementId"]?.string ?? "")" } == [
                "AddPermission \(permission().identity.name)", "RemovePermission \(former.identity.name)",
            ])
    }

    @Test func `a statement with the same Sid must go before it is added again`() async throws {
        _ = try await fixture.perform(.update, permission(), live: live(permission()))
        #expect(aws.calls.map(\.operation) == ["RemovePermission", "AddPermission"])
    }

    @Test(
        "a statement is removed, or is gone already",
        arguments: [
            StubAWS.Reply.text("", status: 204), .error("ResourceNotFoundException", status: 404),
        ])
    func removed(_ reply: StubAWS.Reply) async throws {
        aws.on("RemovePermission", reply)
        let alias = permission(qualifier: "live")
        _ = try await fixture.perform(.delete, alias, live: live(alias))
        #expect(
            aws.calls == [
                .init(
                    "RemovePermission",
                    ["FunctionName": .string(Fixture.function), "Qualifier": "live", "StatementId": .string(alias.identity.name)]),
                .init("ListTagsForResource", ["ResourceARN": .string(ruleARN("ended"))]),
            ])
    }

    @Test func `a function that a target has left is remembered until its statement is revoked`() async throws {
        let former = permission()
        let tag = "reconcile:revoke/\(former.identity.name)"
        aws.on("GetPolicy", policy(former))
        aws.on("TagResource", .text("{}"))
        aws.on("UntagResource", .text("{}"))
        aws.on("PutTargets", .json(["FailedEntryCount": 0]))
        aws.on("ListTagsForResource", .json(["Tags": [["Key": .string(tag), "Value": .string(Fixture.function)]]]))
        let target = DesiredResource(
            address: Address(.target, "ended", part: "main"), identity: LiveIdentity(.target, scope: ruleARN("ended"), name: "main"),
            attributes: ["id": "main", "arn": "arn:aws:sqs:us-east-1:123456789012:ended"])
        let before = LiveObject(
            identity: target.identity, id: "main", attributes: ["id": "main", "arn": .string(Fixture.function)],
            ownership: .ours(resource: "ended"))
        _ = try await fixture.perform(.update, target, live: before)
        _ = try await fixture.perform(.delete, former, live: live(former))
        #expect(
            aws.calls.map(\.operation) == [
                "GetPolicy", "TagResource", "PutTargets", "RemovePermission", "ListTagsForResource", "UntagResource",
            ])
        #expect(
            aws.inputs("TagResource") == [
                ["ResourceARN": .string(ruleARN("ended")), "Tags": [["Key": .string(tag), "Value": .string(Fixture.function)]]]
            ])
    }

    private func live(_ permission: DesiredResource) -> LiveObject {
        LiveObject(
            identity: permission.identity, id: permission.identity.name, attributes: permission.attributes, ownership: .ours(resource: ""))
    }
}
