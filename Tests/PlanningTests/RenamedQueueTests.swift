import Model
import Planning
import Testing

@Suite("A queue that was renamed by hand")
struct RenamedQueueTests {
    /// The rule is live with the id of a queue that has another name now.
    private func observation(identified: LiveObject? = nil) -> Observation {
        Observation(
            objects: [Fixture.rule().live(), Fixture.permission().live(), Fixture.target().live()] + (identified.map { [$0] } ?? []))
    }

    private func queue(named name: String) -> LiveObject {
        LiveObject(identity: .id(.queue, "support-id"), id: "support-id", attributes: ["name": .string(name)], ownership: .shared)
    }

    @Test("is looked up by the id that a rule of ours filters on")
    func identified() {
        #expect(Fixture.whole.queuesToIdentify(observation()).map(\.identity) == [.id(.queue, "support-id")])
        #expect(Fixture.whole.queuesToIdentify(Fixture.whole.live).isEmpty)
        #expect(Fixture.whole.queuesToIdentify(Observation()).isEmpty)
    }

    @Test("isn't made a second time: an error names it and the ways on")
    func renamed() throws {
        let plan = Planner().plan(Fixture.whole, observation(identified: queue(named: "Care")))
        let error = try #require(plan.errors.first)

        #expect(error.code == "queue-renamed" && error.address == Address(.queue, "support"))
        #expect(error.summary.contains("\"support\"") && error.summary.contains("\"Care\""))
        #expect(error.fix?.contains("previousNames: [\"Care\"]") == true)
    }

    @Test("is a missing one where the id leads nowhere, to a queue that is declared itself, or to the name that isn't listed yet")
    func missing() {
        #expect(Planner().plan(Fixture.whole, observation()).errors.isEmpty)
        #expect(Planner().plan(Fixture.whole, observation(identified: queue(named: "support"))).errors.isEmpty)
        let both = DesiredState(stack: Fixture.stack, resources: Fixture.whole.resources + [Fixture.queue("Care")])
        #expect(Planner().plan(both, observation(identified: queue(named: "Care"))).errors.isEmpty)
    }

    @Test("says nothing of rules that aren't ours")
    func foreign() {
        let theirs = Observation(objects: [Fixture.rule().live(ownership: .unmarked)])
        #expect(Fixture.whole.queuesToIdentify(theirs).isEmpty)
    }
}
