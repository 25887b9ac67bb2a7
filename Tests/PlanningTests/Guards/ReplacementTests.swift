import Model
import Planning
import Testing

@Suite("Replacement")
struct ReplacementTests {
    private let address = Address(.integration, "events")

    @Test(
        "another suffix, account or region is refused, with both values, who listens and the flag",
        arguments: [
            "eventSourceSuffix", "awsAccountId", "awsAccountRegion",
        ])
    func refused(coordinate: String) throws {
        var integration = Fixture.integration()
        integration.attributes[coordinate] = "another"
        let rule = Fixture.rule(bus: Fixture.eventSource)
        let desired = Fixture.with(integration, Fixture.queue(), rule)
        let observed = desired.live(replacing: Fixture.liveIntegration())
        let refusal = try #require(Planner().plan(desired, observed).refusals.first)

        #expect(refusal.code == "replacement" && refusal.address == address)
        #expect(refusal.detail?.contains("`\(coordinate)` from ") == true && refusal.detail?.contains(" to \"another\"") == true)
        #expect(refusal.detail?.contains("1 live rule of this stack listens where its events arrive now: ended") == true)
        #expect(refusal.fix?.contains("--allow-replace Integration/events") == true)
        #expect(Planner(allowances: .init(replacements: [address])).plan(desired, observed).refusals.isEmpty)
    }

    @Test("an integration that was only half made is finished")
    func halfMade() {
        let half = Fixture.liveIntegration(changing: ["eventSourceSuffix": nil, "awsAccountId": nil, "awsAccountRegion": nil])

        #expect(Planner().plan(Fixture.with(Fixture.integration()), Observation(objects: [half])).refusals.isEmpty)
    }

    @Test("other changes of an integration are no replacement")
    func topics() {
        let live = Fixture.liveIntegration(changing: ["topics": ["another"], "enabled": false])

        #expect(Planner().plan(Fixture.with(Fixture.integration()), Observation(objects: [live])).refusals.isEmpty)
    }
}
