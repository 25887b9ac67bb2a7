import AWS
import Model
import Testing

@Suite struct ChangingBusesTests {
    let fixture: Fixture
    var aws: StubAWS { fixture.aws }
    let arn = "arn:aws:events:us-east-1:123456789012:event-bus/\(Fixture.partnerBus)"

    init() throws {
        fixture = try Fixture()
        aws.on("CreateEventBus", .json(["EventBusArn": .string(arn)]))
    }

    @Test func `a bus is made as soon as its source is there, and marked`() async throws {
        aws.on("DescribeEventSource", .error("ResourceNotFoundException"), .error("ResourceNotFoundException"), .json(["State": "PENDING"]))
        let outputs = try await fixture.perform(.create, bus())
        #expect(outputs == ["arn": .string(arn), "name": .string(Fixture.partnerBus)])
        #expect(
            aws.calls.last
                == .init(
                    "CreateEventBus",
                    [
                        "Name": .string(Fixture.partnerBus), "EventSourceName": .string(Fixture.partnerBus),
                        "Tags": wireTags(["reconcile:stack": "acme/telephony/prod", "reconcile:resource": "events"]),
                    ]))
        #expect(aws.counts == ["DescribeEventSource": 3, "CreateEventBus": 1])
        #expect(fixture.world.messages == ["waiting for partner event source \(Fixture.partnerBus) to appear"])
        #expect(fixture.world.sleeps == [.seconds(1), .seconds(2)])
    }

    @Test func `a source that is there is not waited for`() async throws {
        aws.on("DescribeEventSource", .json(["State": "PENDING"]))
        _ = try await fixture.perform(.create, bus())
        #expect(fixture.world.messages.isEmpty)
    }

    @Test func `a source that doesn't come in ten minutes is told`() async throws {
        aws.on("DescribeEventSource", .error("ResourceNotFoundException"))
        let error = try await Fixture.failure { try await fixture.perform(.create, bus()) }
        #expect(error.reason == .timedOut)
        #expect(error.summary == "partner event source \(Fixture.partnerBus) did not appear within 10 minutes")
        #expect(fixture.world.sleeps.reduce(.zero, +) <= .seconds(615))
        #expect(aws.counts["CreateEventBus"] == nil)
    }

    @Test(
        "a source that the partner took away, or that may not be seen, is not waited for",
        arguments: [
            (StubAWS.Reply.json(["State": "DELETED"]), ServiceError.Reason.conflict), (.error("AccessDeniedException"), .forbidden),
        ])
    func gone(_ reply: StubAWS.Reply, _ reason: ServiceError.Reason) async throws {
        aws.on("DescribeEventSource", reply)
        let error = try await Fixture.failure { try await fixture.perform(.create, bus()) }
        #expect(error.reason == reason)
        #expect(fixture.world.sleeps.isEmpty)
    }

    @Test func `a bus that exists already for the same source is the one`() async throws {
        aws.on("DescribeEventSource", .json(["State": "ACTIVE"]))
        aws.on("CreateEventBus") { _, count in count == 0 ? .lost : .error("ResourceAlreadyExistsException") }
        #expect(try await fixture.perform(.create, bus()) == ["arn": .string(arn), "name": .string(Fixture.partnerBus)])
    }

    @Test func `a bus of another source is not taken for it`() async throws {
        aws.on("DescribeEventSource", .json(["State": "ACTIVE"]))
        aws.on("CreateEventBus", .error("ResourceAlreadyExistsException"))
        var other = bus()
        other.attributes["eventSourceName"] = "aws.partner/genesys.com/cloud/org-1/test"
        let error = try await Fixture.failure { try await fixture.perform(.create, other) }
        #expect(error.reason == .conflict)
    }

    @Test func `a bus is settled when its source is active`() async throws {
        aws.on("DescribeEventSource", .json(["State": "PENDING"]), .json(["State": "ACTIVE"]))
        try await fixture.provider.settle(Fixture.operation(.create, bus()), outputs: [:]) { fixture.world.tell($0) }
        #expect(aws.counts == ["DescribeEventSource": 2])
        #expect(fixture.world.messages == ["waiting for partner event source \(Fixture.partnerBus) to become ACTIVE"])
    }

    @Test("nothing else is waited for", arguments: [rule(), target(), permission()])
    func settled(_ resource: DesiredResource) async throws {
        try await fixture.provider.settle(Fixture.operation(.create, resource), outputs: [:]) { fixture.world.tell($0) }
        #expect(aws.calls.isEmpty)
    }

    private var dead: LiveObject {
        LiveObject(identity: bus().identity, id: arn, attributes: ["name": .string(Fixture.partnerBus)], ownership: .shared)
    }

    @Test func `a bus whose source is gone goes with the stack's rules on it, and is made once the source is offered again`() async throws {
        aws.on(
            "DescribeEventSource", .json(["State": "DELETED"]), .json(["State": "DELETED"]), .error("ResourceNotFoundException"),
            .json(["State": "PENDING"]))
        aws.on("ListRules", listed([wireRule("ended", bus: Fixture.partnerBus)]))
        aws.on("ListTagsForResource", .json(["Tags": wireTags(ownTags())]))
        aws.on("ListTargetsByRule", .json(["Targets": [["Id": "main", "Arn": .string(Fixture.function)]]]))
        aws.on("RemoveTargets", .json(["FailedEntryCount": 0, "FailedEntries": []]))
        aws.on("DeleteRule", .text(""))
        aws.on("DeleteEventBus", .text(""))
        let outputs = try await fixture.perform(.create, bus(), live: dead)
        #expect(outputs == ["arn": .string(arn), "name": .string(Fixture.partnerBus)])
        let mutations = aws.calls.map(\.operation).filter {
            !["DescribeEventSource", "ListRules", "ListTagsForResource", "ListTargetsByRule"].contains($0)
        }
        #expect(mutations == ["RemoveTargets", "DeleteRule", "DeleteEventBus", "CreateEventBus"])
    }

    @Test(
        "a bus that holds a rule of others, or of AWS's own, is not touched",
        arguments: [
            wireRule("theirs", bus: Fixture.partnerBus),
            wireRule("archive", bus: Fixture.partnerBus, ["ManagedBy": "archive.amazonaws.com"]),
        ])
    func occupied(_ rule: Value) async throws {
        aws.on("DescribeEventSource", .json(["State": "DELETED"]))
        aws.on("ListRules", listed([rule]))
        aws.on("ListTagsForResource", .json(["Tags": []]))
        let error = try await Fixture.failure { try await fixture.perform(.create, bus(), live: dead) }
        #expect(error.reason == .conflict && error.summary.contains("is not this stack's"))
    }

    @Test func `a bus whose source has come back by itself stays`() async throws {
        aws.on("DescribeEventSource", .json(["State": "ACTIVE"]))
        aws.on("CreateEventBus", .error("ResourceAlreadyExistsException"))
        #expect(try await fixture.perform(.create, bus(), live: dead)["arn"] == .string(arn))
        #expect(aws.counts == ["DescribeEventSource": 2, "CreateEventBus": 1])
    }

    @Test func `a bus is deleted by its name`() async throws {
        aws.on("DeleteEventBus", .text(""))
        _ = try await fixture.perform(.delete, bus())
        #expect(aws.calls == [.init("DeleteEventBus", ["Name": .string(Fixture.partnerBus)])])
    }
}
