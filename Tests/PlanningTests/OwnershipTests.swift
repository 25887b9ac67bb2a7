import Model
import Planning
import Testing

@Suite("Ownership")
struct OwnershipTests {
    private let other = StackMark(owner: "others", name: "prod")

    private func plan(_ rule: DesiredResource = Fixture.rule(), live ownership: Ownership, adoption: Bool = false, drifted: Bool = false)
        -> Plan
    {
        let desired = Fixture.with(Fixture.queue(), rule)
        let live = rule.live(ownership: ownership, changing: drifted ? ["state": "DISABLED"] : [:])
        return Planner(allowances: .init(adoption: adoption)).plan(desired, desired.live(replacing: live))
    }

    @Test("a rule without a mark is refused, with the two ways to take it over", arguments: [true, false])
    func unmarked(drifted: Bool) throws {
        let plan = plan(live: .unmarked, drifted: drifted)
        let refusal = try #require(plan.refusals.first)

        #expect(refusal.code == "adoption-refused")
        #expect(refusal.fix?.contains("--adopt") == true && refusal.fix?.contains("adopt: true") == true)
    }

    @Test("a rule without a mark is taken over where the manifest or a flag allows it, and the plan says so")
    func adopted() {
        for plan in [
            plan(live: .unmarked, adoption: true), plan(Fixture.rule(lifecycle: Lifecycle(adopt: true)), live: .unmarked),
        ] {
            #expect(plan.refusals.isEmpty)
            #expect(plan["Rule/ended"]?.action == .update)
            #expect(plan["Rule/ended"]?.reason == .adopted)
            #expect(plan["Rule/ended"]?.importing == Fixture.ruleARN("ended"))
        }
    }

    @Test("a rule of another stack is refused, also where adoption is allowed and where it is just as declared", arguments: [true, false])
    func anothers(drifted: Bool) throws {
        let plan = plan(live: .another(other), adoption: true, drifted: drifted)

        #expect(plan.refusals.first?.code == "owned-by-another")
        #expect(plan.refusals.first?.summary.contains("others/prod") == true)
    }

    @Test("another stack's rule may be looked up")
    func anothersReference() {
        let plan = plan(Fixture.rule(lifecycle: Lifecycle(manage: .reference)), live: .another(other), drifted: true)

        #expect(plan.refusals.isEmpty && plan.isEmpty)
    }

    @Test("a rule that AWS manages is refused", arguments: [true, false])
    func services(drifted: Bool) {
        let plan = plan(live: .service("schemas.amazonaws.com"), adoption: true, drifted: drifted)

        #expect(plan.refusals.first?.code == "managed-by-service")
    }

    @Test("a rule whose mark can't be read is left as it is: an error where it would change, nothing where it wouldn't")
    func unreadable() {
        let denied = ServiceError(.forbidden, system: .aws, operation: "ListTagsForResource", summary: "the tags can't be read")

        #expect(plan(live: .unreadable(denied)).errors.isEmpty)
        let drifted = plan(live: .unreadable(denied), drifted: true)
        #expect(drifted.isEmpty)
        #expect(drifted.errors.first?.code == "service-forbidden")
    }

    @Test("a mark of another resource of the stack is an error, unless the manifest knows the former name")
    func renamed() {
        #expect(plan(live: .ours(resource: "former")).errors.first?.code == "mark-disagrees")
        let known = plan(Fixture.rule(lifecycle: Lifecycle(previousNames: ["former"])), live: .ours(resource: "former"))
        #expect(known.errors.isEmpty)
        #expect(known["Rule/ended"]?.reason == .renamed)
    }

    @Test("topics of others stay where they are shared, and those that we contributed once go when they are declared no more")
    func contributedTopics() {
        let integration = DesiredResource(
            address: Address(.integration, "events"), identity: LiveIdentity(.integration, name: "events"),
            attributes: ["name": "events", "topics": ["b"], "contributedTopics": ["b"]], lifecycle: Lifecycle(listPolicy: .shared))
        let live = LiveObject(
            identity: integration.identity, id: "1",
            attributes: ["name": "events", "topics": ["a", "theirs"], "contributedTopics": ["a"], "enabled": true],
            ownership: .ours(resource: "events"))
        let plan = Planner().plan(Fixture.with(integration), Observation(objects: [live]))

        #expect(plan["Integration/events"]?.after?["topics"] == ["b", "theirs"])
    }

    @Test("topics may be contributed to another stack's integration, and nothing else of it changed")
    func contribution() {
        var integration = DesiredResource(
            address: Address(.integration, "events"), identity: LiveIdentity(.integration, name: "events"),
            attributes: ["name": "events", "topics": ["b"], "contributedTopics": ["b"]], lifecycle: Lifecycle(listPolicy: .shared))
        let live = LiveObject(
            identity: integration.identity, id: "1", attributes: ["name": "events", "topics": ["a"], "enabled": true],
            ownership: .another(other))
        let contribution = Planner().plan(Fixture.with(integration), Observation(objects: [live]))
        #expect(contribution["Integration/events"]?.action == .update)

        integration.attributes["enabled"] = false
        #expect(Planner().plan(Fixture.with(integration), Observation(objects: [live])).refusals.first?.code == "owned-by-another")
    }
}
