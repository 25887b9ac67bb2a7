import Model
import Planning
import Testing

@Suite("A bus that is to be gone")
struct OccupiedBusTests {
    private let planner = Planner(allowances: .init(deletable: [Address(.integration, "events")]))
    private let desired = Fixture.with(Fixture.integration().absent, Fixture.bus().absent)

    private func observed(occupants: [String] = [], _ others: LiveObject...) -> Observation {
        var bus = Fixture.bus().live()
        bus.occupants = occupants
        return Observation(objects: [Fixture.liveIntegration(), bus] + others)
    }

    @Test("isn't deleted under rules of others, whatever is allowed, and they are named")
    func others() throws {
        let refusal = try #require(planner.plan(desired, observed(occupants: ["Archive", "Theirs"])).refusals.first)

        #expect(refusal.code == "occupied-bus" && refusal.address == Address(.eventBus, "events"))
        #expect(refusal.summary == "EventBus/events would be deleted, and 2 rules are left on it")
        #expect(refusal.detail == "Of the rules on \(Fixture.eventSource), others' are Archive, Theirs.")
    }

    @Test("goes once the plan takes this stack's rules from it")
    func pruned() {
        #expect(planner.plan(desired, observed(Fixture.rule(bus: Fixture.eventSource).live())).refusals.isEmpty)
    }

    @Test("isn't deleted under a rule of this stack that stays for now")
    func standing() throws {
        let excluded = Selection(excluded: [try #require(AddressPattern("Rule/*"))])
        let planner = Planner(allowances: .init(deletable: [Address(.integration, "events")]), selection: excluded)
        let plan = planner.plan(desired, observed(Fixture.rule(bus: Fixture.eventSource).live()))
        // It is left out with the rule that it waits for.
        #expect(plan.isEmpty)

        var kept = self.planner.plan(desired, observed(Fixture.rule(bus: Fixture.eventSource).live()))
        kept.deferred = kept.changes.filter { $0.address.kind == .rule }.map { DeferredChange(.notSelected, $0) }
        kept.changes.removeAll { $0.address.kind == .rule }
        let refusal = try #require(self.planner.guarded(kept).refusals.first)
        #expect(refusal.detail == "Of the rules on \(Fixture.eventSource), this stack's are Rule/ended.")
    }

    @Test("stays while what it was planned from isn't so any more: a rule of others that came makes the saved plan stale")
    func precondition() {
        let before = observed().objects[Fixture.bus().identity]
        let after = observed(occupants: ["Theirs"]).objects[Fixture.bus().identity]

        #expect(Precondition(before) != Precondition(after))
    }
}
