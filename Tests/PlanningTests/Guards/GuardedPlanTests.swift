import Model
import Planning
import Testing

/// A saved plan is judged by what it holds, under the flags of the run that applies it.
@Suite("The guards of a saved plan")
struct GuardedPlanTests {
    private var refused: Plan {
        let desired = Fixture.with(Fixture.integration(suffix: "next", enabled: false), Fixture.queue(), Fixture.rule())
        let unmarked = Fixture.rule().live(ownership: .unmarked)
        return Planner().plan(
            desired,
            Observation(
                objects: [Fixture.liveIntegration(), Fixture.queue().live(), unmarked, Fixture.target().live()]))
    }

    private func saved(_ plan: Plan) throws -> Plan { try SavedPlan(Array(PlanDocument.text(plan).utf8)).plan }

    @Test("refuse it for the same reasons as before it was saved")
    func again() throws {
        #expect(refused.refusals.map(\.code).sorted() == ["adoption-refused", "last-target", "replacement"])
        let saved = try saved(refused)
        #expect(Planner().guarded(saved) == refused)
    }

    @Test("trust no list of refusals in the file")
    func distrust() throws {
        var forged = refused
        forged.refusals = []

        let saved = try saved(forged)
        #expect(Planner().guarded(saved) == refused)
    }

    @Test("allow what the flags of the later run allow")
    func allowed() throws {
        let planner = Planner(
            allowances: .init(
                adoption: true, replacements: [Address(.integration, "events")], targetless: [Address(.rule, "ended")]))

        let saved = try saved(refused)
        #expect(planner.guarded(saved).refusals.isEmpty)
    }
}
