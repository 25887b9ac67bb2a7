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

    @Test("refuses a plan that can't tell whether anything is to be deleted, with the number of what could not be read and the flag")
    func unknown() throws {
        var observed = Fixture.whole.live
        observed.gaps = [gap]
        let refusal = try #require(Planner().plan(Fixture.whole, observed).refusals.first)

        #expect(refusal.summary == "1 part of the live state could not be read")
        #expect(refusal.fix?.contains("--allow-partial") == true)
        let allowed = Planner(allowances: .init(partialObservation: true)).plan(Fixture.whole, observed)
        #expect(allowed.isSettled && allowed.unread.map(\.severity) == [.warning])
    }

    @Test("is no matter where nothing would be deleted anyway")
    func only() throws {
        var observed = Fixture.whole.live
        observed.gaps = [gap]
        let pattern = try #require(AddressPattern("Rule/ended"))

        #expect(Planner(selection: Selection(only: [pattern])).plan(Fixture.whole, observed).isSettled)
    }
}
