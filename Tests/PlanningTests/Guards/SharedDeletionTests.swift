import Model
import Planning
import Testing

@Suite("Deleting what people share")
struct SharedDeletionTests {
    private let integration = Address(.integration, "events")

    @Test("a queue is refused with its name and the flag, which allows just that")
    func queue() throws {
        let desired = Fixture.with(Fixture.queue("old").absent, Fixture.queue("older").absent)
        let observed = Observation(objects: [Fixture.queue("old").live(), Fixture.queue("older").live()])
        let refusals = Planner(allowances: .init(deletable: [Address(.queue, "older")])).plan(desired, observed).refusals

        #expect(refusals.map(\.code) == ["shared-deletion"] && refusals.map(\.address) == [Address(.queue, "old")])
        let refusal = try #require(refusals.first)
        #expect(refusal.detail?.contains("queue \"old\" (old-id)") == true)
        #expect(refusal.fix?.contains("--allow-delete Queue/old`") == true)
        #expect(refusal.place == Fixture.queue().place)
    }

    @Test("an integration is refused together with its bus, and one flag allows both")
    func bus() throws {
        let desired = Fixture.with(Fixture.integration().absent, Fixture.bus().absent)
        let observed = Observation(objects: [Fixture.liveIntegration(), Fixture.bus().live()])
        let refusals = Planner().plan(desired, observed).refusals

        #expect(refusals.map(\.address) == [integration])
        #expect(refusals.first?.detail?.contains("integration \"events\" (events-id), event bus \(Fixture.eventSource).") == true)
        #expect(refusals.first?.fix?.contains("--allow-delete Integration/events") == true)
        #expect(Planner(allowances: .init(deletable: [integration])).plan(desired, observed).refusals.isEmpty)
    }

    @Test("a bus that a run which was cut short left needs the flag of its integration")
    func leftBus() {
        let desired = Fixture.with(Fixture.integration().absent, Fixture.bus().absent)

        #expect(Planner().plan(desired, Observation(objects: [Fixture.bus().live()])).refusals.map(\.address) == [integration])
    }

    @Test("rules need no flag, nor does a replacement need this one")
    func others() {
        let rule = Fixture.with(Fixture.rule().absent)
        #expect(Planner().plan(rule, Observation(objects: [Fixture.rule().live()])).refusals.isEmpty)

        let replaced = Fixture.with(Fixture.integration(suffix: "next"))
        let refusals = Planner().plan(replaced, Observation(objects: [Fixture.liveIntegration()])).refusals
        #expect(refusals.map(\.code) == ["replacement"])
    }
}
