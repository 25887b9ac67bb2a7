import Model
import Testing

@Suite struct ObservingBusesTests {
    let fixture: Fixture
    var aws: StubAWS { fixture.aws }

    init() throws {
        fixture = try Fixture()
        aws.on("GetResources", tagged([]))
        aws.on("DescribeEventSource", .json(["State": "ACTIVE"]))
    }

    @Test func `a bus that is there needs no call of its own, but one for its source`() async {
        aws.on("ListRules", listed([]))
        let seen = await fixture.observe([bus()])
        let arn = "arn:aws:events:us-east-1:123456789012:event-bus/\(Fixture.partnerBus)"
        #expect(
            seen.objects[bus().identity]
                == LiveObject(
                    identity: bus().identity, id: arn, attributes: bus().attributes,
                    outputs: ["arn": .string(arn), "name": .string(Fixture.partnerBus)], ownership: .shared))
        #expect(aws.counts == ["ListRules": 1, "GetResources": 1, "DescribeEventSource": 1])
    }

    @Test func `a bus that is only used is no resource of the stack's`() async {
        aws.on("ListRules", listed([]))
        #expect(await fixture.observe([rule()]) == Observation())
    }

    @Test(
        "a bus that isn't there is absent with its rules, and its source's days are told, as a warning when they run out",
        arguments: [
            (10, "10 days", Diagnostic.Severity.note), (2, "2 days", .warning), (1, "1 day", .warning), (0, "less than a day", .warning),
        ])
    func pending(days: Int, rest: String, severity: Diagnostic.Severity) async throws {
        aws.on("ListRules", .error("ResourceNotFoundException"))
        // So many days and an hour after the test world's time.
        let expiration = 1_441_805_760 - (10 - days) * 86_400
        aws.on("DescribeEventSource", .json(["State": "PENDING", "ExpirationTime": .number(Number(expiration))]))
        let seen = await fixture.observe([bus(), rule(bus: Fixture.partnerBus), target(bus: Fixture.partnerBus)])
        #expect(seen.objects.isEmpty && seen.gaps.isEmpty && seen.findings.count == 1)
        let finding = try #require(seen.findings.first)
        #expect(
            finding.summary
                == "partner event source \(Fixture.partnerBus) is PENDING, and expires in \(rest) unless a bus is associated with it")
        #expect(finding.severity == severity && finding.address == bus().address)
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
    }

    @Test func `a bus whose source the partner has deleted has none, and every rule on it is known`() async {
        aws.on("DescribeEventSource", .json(["State": "DELETED"]))
        aws.on("ListRules", listed([wireRule("ended", bus: Fixture.partnerBus), wireRule("theirs", bus: Fixture.partnerBus)]))
        aws.on("ListTagsForResource") { input, _ in
            .json(["Tags": wireTags(input["ResourceARN"] == .string(ruleARN("ended", bus: Fixture.partnerBus)) ? ownTags() : [:])])
        }
        aws.on("ListTargetsByRule", .json(["Targets": []]))
        let object = await fixture.observe([bus()]).objects[bus().identity]
        #expect(object?.attributes == ["name": .string(Fixture.partnerBus)] && object?.occupants == ["theirs"])
    }

    @Test func `of a bus whose source can't be asked about it is said, and nothing else changes`() async {
        aws.on("DescribeEventSource", .error("AccessDeniedException"))
        aws.on("ListRules", listed([]))
        let seen = await fixture.observe([bus()])
        #expect(seen.objects[bus().identity]?.attributes == bus().attributes && seen.gaps.isEmpty)
        #expect(seen.findings.map(\.severity) == [.warning] && seen.findings.first?.address == bus().address)
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
