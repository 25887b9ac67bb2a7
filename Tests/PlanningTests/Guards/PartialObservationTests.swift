import Model
import Planning
import Testing

@Suite("A partial observation")
struct PartialObservationTests {
    private let gap = Gap(
        .target, scope: Fixture.ruleARN("old"),
        error: ServiceError(.forbidden, system: .aws, operation: "ListTargetsByRule", summary: "targets can't be read"))

    @Test("refuses a plan that leaves deletions out, naming them and the flag")
    func refused() throws {
        var observed = Fixture.whole.live(adding: [Fixture.rule("old").live(), Fixture.target("old").live()])
        observed.gaps = [gap]
        let plan = Planner().plan(Fixture.whole, observed)
        let refusal = try #require(plan.refusals.first)

        #expect(plan.deferred.map(\.reason) == [.partialObservation, .partialObservation])
        #expect(refusal.code == "partial-observation")
        #expect(refusal.summary == "2 deletions are pending, and not all of the live state could be read")
        #expect(refusal.detail?.contains("Rule/old, Target/old/main.") == true)
        #expect(refusal.fix?.contains("--allow-partial") == true)
        let allowed = Planner(allowances: .init(partialObservation: true)).plan(Fixture.whole, observed)
        #expect(allowed.refusals.isEmpty && allowed.isEmpty)
    }

    @Test("refuses nothing where nothing was to be deleted")
    func harmless() {
        var observed = Fixture.whole.live
        observed.gaps = [gap]

        #expect(Planner().plan(Fixture.whole, observed).refusals.isEmpty)
    }
}
