import Model
import Planning
import Testing

@Suite("Protection")
struct ProtectionTests {
    @Test("a protected rule is not replaced by one of another name, and no allowance changes that")
    func rule() throws {
        let desired = Fixture.with(
            Fixture.queue(), Fixture.rule(live: "new-name", lifecycle: Lifecycle(protect: true, previousNames: ["ended"])))
        let observed = Observation(objects: [Fixture.queue().live(), Fixture.rule().live()])
        let refusal = try #require(Planner(allowances: .init(deletions: 10)).plan(desired, observed).refusals.first)

        #expect(refusal.code == "protected")
        #expect(refusal.summary == "Rule/ended@ended is protected, and would be replaced")
        #expect(refusal.detail?.contains(Fixture.ruleARN("ended")) == true)
        #expect(refusal.fix?.contains("protect: true") == true)
    }

    @Test("a protected integration is not made another event source, not even with --allow-replace")
    func integration() {
        let desired = Fixture.with(Fixture.integration(suffix: "next", lifecycle: Lifecycle(protect: true)))
        let allowed = Planner(allowances: .init(replacements: [Address(.integration, "events")]))

        #expect(allowed.plan(desired, Observation(objects: [Fixture.liveIntegration()])).refusals.map(\.code) == ["protected"])
    }

    @Test("what is protected may be created and updated")
    func update() {
        let desired = Fixture.with(Fixture.queue(), Fixture.rule(description: "new", lifecycle: Lifecycle(protect: true)))

        #expect(Planner().plan(desired, Observation()).refusals.isEmpty)
        #expect(Planner().plan(desired, Observation(objects: [Fixture.queue().live(), Fixture.rule().live()])).refusals.isEmpty)
    }
}
