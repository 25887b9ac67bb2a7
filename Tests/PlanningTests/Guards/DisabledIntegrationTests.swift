import Model
import Planning
import Testing

@Suite("Disabling an integration")
struct DisabledIntegrationTests {
    private let address = Address(.integration, "events")

    private func plan(
        _ rules: [DesiredResource], live: [LiveObject] = [], source: String? = Fixture.eventSource,
        _ allowances: Planner.Allowances = .init()
    ) -> Plan {
        let desired = DesiredState(stack: Fixture.stack, resources: [Fixture.integration(enabled: false), Fixture.queue()] + rules)
        return Planner(allowances: allowances).plan(
            desired, desired.live(replacing: Fixture.liveIntegration(source: source), adding: live))
    }

    @Test("is refused while rules listen on its bus, with their number and the flag")
    func refused() throws {
        let rules = [Fixture.rule("b", bus: Fixture.eventSource), Fixture.rule("a", bus: Fixture.eventSource), Fixture.rule("elsewhere")]
        let refusal = try #require(plan(rules).refusals.first)

        #expect(refusal.code == "disabled-integration" && refusal.address == address)
        #expect(refusal.summary == "Integration/events would be disabled, and 2 rules depend on its events")
        #expect(refusal.detail?.contains("Rule/a, Rule/b.") == true)
        #expect(refusal.fix?.contains("--allow-disable Integration/events") == true)
        #expect(plan(rules, .init(disabling: [address])).refusals.isEmpty)
    }

    @Test("is let be where the rules are disabled or go as well")
    func silent() {
        var disabled = Fixture.rule("a", bus: Fixture.eventSource)
        disabled.attributes["state"] = "DISABLED"

        #expect(plan([disabled], live: [Fixture.rule("old", bus: Fixture.eventSource).live()]).refusals.isEmpty)
    }

    @Test("counts rules whose deletion is put off")
    func deferred() {
        let denied = ServiceError(.forbidden, system: .aws, operation: "ListTargetsByRule", summary: "targets can't be read")
        let desired = Fixture.with(Fixture.integration(enabled: false))
        var observed = desired.live(
            replacing: Fixture.liveIntegration(), adding: [Fixture.rule("old", bus: Fixture.eventSource).live()])
        observed.gaps = [Gap(.target, scope: Fixture.ruleARN("old"), error: denied)]

        let plan = Planner(allowances: .init(partialObservation: true)).plan(desired, observed)
        #expect(plan.refusals.map(\.code) == ["disabled-integration"])
    }

    @Test("looks for the source genesys.cloud on the default bus where the integration has no bus of its own")
    func platform() {
        var genesys = Fixture.rule("a")
        genesys.attributes["eventPattern"] = ["source": ["genesys.cloud"]]

        #expect(plan([genesys, Fixture.rule("b")], source: nil).refusals.first?.detail?.contains(": Rule/a.") == true)
        #expect(plan([Fixture.rule("b")], source: nil).refusals.isEmpty)
    }
}
