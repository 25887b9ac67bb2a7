import Model
import Testing

@Suite struct ObservingBusesTests {
    let fixture: Fixture
    var aws: StubAWS { fixture.aws }

    init() throws {
        fixture = try Fixture()
        aws.on("GetResources", tagged([]))
    }

    @Test func `a bus that is there needs no call of its own`() async {
        aws.on("ListRules", listed([]))
        let seen = await fixture.observe([bus()])
        let arn = "arn:aws:events:us-east-1:123456789012:event-bus/\(Fixture.partnerBus)"
        #expect(
            seen.objects[bus().identity]
                == LiveObject(
                    identity: bus().identity, id: arn, attributes: bus().attributes,
                    outputs: ["arn": .string(arn), "name": .string(Fixture.partnerBus)], ownership: .shared))
        #expect(aws.counts == ["ListRules": 1, "GetResources": 1])
    }

    @Test func `a bus that is only used is no resource of the stack's`() async {
        aws.on("ListRules", listed([]))
        #expect(await fixture.observe([rule()]) == Observation())
    }

    @Test func `a bus that isn't there is absent with its rules, and its source's days are told`() async {
        aws.on("ListRules", .error("ResourceNotFoundException"))
        // Ten days and an hour after the test world's time.
        aws.on("DescribeEventSource", .json(["State": "PENDING", "ExpirationTime": 1_441_805_760]))
        let seen = await fixture.observe([bus(), rule(bus: Fixture.partnerBus), target(bus: Fixture.partnerBus)])
        #expect(seen == Observation())
        #expect(
            fixture.world.messages == [
                "partner event source \(Fixture.partnerBus) is PENDING: it expires in 10 days unless a bus is associated with it"
            ])
        #expect(aws.counts == ["ListRules": 1, "GetResources": 1, "DescribeEventSource": 1])
    }

    @Test(
        "what is said of the source of a bus that isn't there changes nothing",
        arguments: [
            StubAWS.Reply.error("ResourceNotFoundException"), .error("AccessDeniedException"), .json(["State": "DELETED"]),
        ])
    func source(_ reply: StubAWS.Reply) async {
        aws.on("ListRules", .error("ResourceNotFoundException"))
        aws.on("DescribeEventSource", reply)
        #expect(await fixture.observe([bus()]) == Observation())
        #expect(fixture.world.messages.isEmpty)
    }

    @Test func `of a bus that is to be gone every rule is known: the stack's own by their tags, all others by name`() async {
        aws.on(
            "ListRules",
            listed([
                wireRule("ended", bus: Fixture.partnerBus), wireRule("theirs", bus: Fixture.partnerBus),
                wireRule("archive", bus: Fixture.partnerBus, ["ManagedBy": "archive.amazonaws.com"]),
            ]))
        // The tagging API knows another rule of the stack's, but not yet those here.
        aws.on("GetResources", tagged([(ruleARN("old"), ownTags("old"))]))
        aws.on("ListTagsForResource") { input, _ in
            let isOurs = input["ResourceARN"] == .string(ruleARN("ended", bus: Fixture.partnerBus))
            return .json(["Tags": wireTags(isOurs ? ownTags() : ["reconcile:stack": "others/prod"])])
        }
        aws.on("ListTargetsByRule", .json(["Targets": []]))
        var gone = bus()
        gone.lifecycle.ensure = .absent
        let seen = await fixture.observe([gone])
        #expect(seen.objects[gone.identity]?.occupants == ["archive", "theirs"])
        #expect(seen.objects[LiveIdentity(.rule, scope: Fixture.partnerBus, name: "ended")]?.ownership == .ours(resource: "r-ended"))
        #expect(seen.gaps.isEmpty)
    }

    @Test func `a bus of one's own has no source to ask about`() async {
        aws.on("ListRules", .error("ResourceNotFoundException"))
        #expect(await fixture.observe([rule(bus: "orders")]) == Observation())
    }
}
