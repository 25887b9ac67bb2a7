import Model
import Planning
import Testing

@Suite("The deletion budget")
struct DeletionBudgetTests {
    private func leftOvers(of rule: String) -> [LiveObject] {
        [Fixture.rule(rule).live(), Fixture.permission(rule).live(), Fixture.target(rule).live()]
    }

    @Test("more deletions than the budget are refused with the numbers and the flag")
    func budget() throws {
        var desired = Fixture.whole
        desired.stack.maxDeletes = nil
        let observed = desired.live(adding: leftOvers(of: "old") + leftOvers(of: "older"))
        let refusal = try #require(Planner().plan(desired, observed).refusals.first)

        #expect(refusal.code == "deletion-budget")
        #expect(refusal.summary == "the plan deletes 2 resources, and 1 may be deleted")
        #expect(refusal.detail?.contains("4 resources; 3 live rules carry the mark of acme/telephony/prod") == true)
        #expect(Planner(allowances: .init(deletions: 2)).plan(desired, observed).refusals.isEmpty)
    }

    @Test("where the stack says nothing, a tenth of many rules may go, and no more", arguments: [(2, true), (3, false)])
    func tenth(orphans: Int, isAllowed: Bool) {
        let kept = (0..<(20 - orphans)).map { Fixture.rule("kept-\($0)") }
        var desired = DesiredState(stack: Fixture.stack, resources: [Fixture.queue()] + kept)
        desired.stack.maxDeletes = nil
        let observed = desired.live(adding: (0..<orphans).map { Fixture.rule("old-\($0)").live() })

        #expect(Planner().plan(desired, observed).refusals.isEmpty == isAllowed)
    }

    @Test("the budget may be a percentage of what is owned")
    func percentage() {
        var desired = Fixture.whole
        let observed = desired.live(adding: leftOvers(of: "old"))
        desired.stack.maxDeletes = .percentage(49)
        #expect(!Planner().plan(desired, observed).refusals.isEmpty)
        desired.stack.maxDeletes = .percentage(50)
        #expect(Planner().plan(desired, observed).refusals.isEmpty)
    }
}
