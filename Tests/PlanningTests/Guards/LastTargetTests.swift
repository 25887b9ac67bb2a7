import Model
import Planning
import Testing

@Suite("A rule's last target")
struct LastTargetTests {
    private let rule = Fixture.with(Fixture.queue(), Fixture.rule())

    @Test("isn't taken from a rule that stays, without the flag")
    func refused() throws {
        let observed = rule.live(adding: [Fixture.target().live(), Fixture.target(id: "other").live()])
        let refusal = try #require(Planner().plan(rule, observed).refusals.first)

        #expect(refusal.code == "last-target" && refusal.address == Address(.rule, "ended"))
        #expect(refusal.detail?.contains("It has 2, and the plan removes all: Target/ended/main, Target/ended/other.") == true)
        #expect(refusal.fix?.contains("--allow-no-target Rule/ended") == true)
        #expect(refusal.place == Fixture.rule().place)
        #expect(Planner(allowances: .init(targetless: [Address(.rule, "ended")])).plan(rule, observed).refusals.isEmpty)
    }

    @Test("may go where another comes, where the rule goes as well, and where there was none")
    func allowed() {
        let replaced = Fixture.with(Fixture.queue(), Fixture.rule(), Fixture.target(id: "new"))
        let live = [Fixture.queue().live(), Fixture.rule().live(), Fixture.target().live()]

        #expect(Planner().plan(replaced, Observation(objects: live)).refusals.isEmpty)
        #expect(Planner().plan(Fixture.with(Fixture.queue()), Observation(objects: live)).refusals.isEmpty)
        #expect(Planner().plan(rule, rule.live).refusals.isEmpty)
    }

    @Test("an address that a shell would take apart is quoted in the flag")
    func quoted() {
        let each = Fixture.with(Fixture.queue(), Fixture.rule("ended[support]"))
        let observed = each.live(adding: [Fixture.target("ended[support]").live()])

        #expect(Planner().plan(each, observed).refusals.first?.fix?.contains("--allow-no-target 'Rule/ended[support]'`") == true)
    }
}
