import Model
import Planning
import Testing

@Suite("An integration that gives way to another")
struct SuccessionTests {
    private let planner = Planner(allowances: .init(replacements: [Address(.integration, "events")]))
    private let former = "Integration/events@events-id"

    private func former(name: String = "events (replaced)", suffix: String = "prod") -> LiveObject {
        var live = Fixture.liveIntegration(changing: ["name": .string(name), "eventSourceSuffix": .string(suffix)])
        live.identity = .id(.integration, live.id)
        return live
    }

    @Test("a new one is created, and the former deleted after all that is made on the way to its events")
    func replaced() throws {
        let rule = Fixture.rule(bus: "aws.partner/genesys.com/cloud/org/next")
        let desired = Fixture.with(Fixture.integration(suffix: "next"), Fixture.queue(), rule)
        let observed = Observation(objects: [
            Fixture.liveIntegration(), Fixture.queue().live(), Fixture.rule(bus: Fixture.eventSource).live(),
        ])
        let plan = planner.plan(desired, observed)

        #expect(plan.refusals.isEmpty && plan.errors.isEmpty)
        #expect(plan["Integration/events"]?.isReplacement == true)
        #expect(plan["Integration/events"]?.importing == nil)
        let deletion = try #require(plan[former])
        #expect(deletion.action == .delete && deletion.identity == .id(.integration, "events-id"))
        let formerRule = try #require(plan.changes.first { $0.isRetirement && $0.address.kind == .rule })
        #expect(deletion.dependencies == [Address(.integration, "events"), Address(.rule, "ended"), formerRule.address])
        #expect(formerRule.dependencies == [Address(.integration, "events"), Address(.rule, "ended")])
    }

    @Test("what the former says to others is not what the new one will say")
    func outputs() {
        let id = Value.unknown(Unknown(Reference(Address(.integration, "events"), "id")))
        var rule = Fixture.rule()
        rule.attributes["description"] = id
        let desired = Fixture.with(Fixture.integration(suffix: "next"), Fixture.queue(), rule)

        let plan = planner.plan(desired, Observation(objects: [Fixture.liveIntegration(), Fixture.queue().live()]))
        #expect(plan["Rule/ended"]?.after?["description"] == id)
    }

    @Test("after a run that was cut short the former is known by its mark, and the rest is done, not without the flag")
    func resumed() {
        let desired = Fixture.with(Fixture.integration(suffix: "next"))
        let created = Fixture.liveIntegration(changing: ["eventSourceSuffix": "next"])
        var other = former()
        other.id = "another-id"
        other.identity = .id(.integration, "another-id")
        for live in [[other], [other, created]] {
            let observed = Observation(objects: live)
            #expect(Planner().plan(desired, observed).refusals.map(\.code) == ["replacement"])
            let plan = planner.plan(desired, observed)
            #expect(plan.refusals.isEmpty && plan.errors.isEmpty)
            #expect(plan["Integration/events@another-id"]?.isRetirement == true)
            #expect(plan["Integration/events"]?.action == (live.count == 1 ? .create : .noOp))
        }
    }

    @Test("one that is live under a name that the manifest doesn't know is no reason to make a second")
    func unknownName() throws {
        let plan = planner.plan(Fixture.with(Fixture.integration()), Observation(objects: [former(name: "by hand")]))
        let error = try #require(plan.errors.first)

        #expect(error.code == "mark-disagrees" && error.fix?.contains("previousNames: [\"by hand\"]") == true)
        #expect(plan[former] == nil)
    }

    @Test("one that is declared no more is left, and the plan says so")
    func left() throws {
        let plan = planner.plan(Fixture.with(Fixture.queue()), Observation(objects: [Fixture.queue().live(), former()]))
        let note = try #require(plan.diagnostics.first)

        #expect(plan.isEmpty && note.severity == .note && note.code == "left")
        #expect(note.summary == "Integration/events is declared no more, and is left as it is")
    }

    @Test("one that the manifest pins by its id can't give way")
    func pinned() {
        var integration = Fixture.integration(suffix: "next")
        integration.identity = .id(.integration, "events-id")
        var live = Fixture.liveIntegration()
        live.identity = integration.identity

        let plan = planner.plan(Fixture.with(integration), Observation(objects: [live]))
        #expect(plan.errors.map(\.code) == ["replacement"] && plan.errors.first?.fix?.contains("spec.id") == true)
    }

    @Test("a saved plan keeps what is replaced by what, in Terraform's words")
    func saved() throws {
        let desired = Fixture.with(Fixture.integration(suffix: "next"))
        let plan = planner.plan(desired, Observation(objects: [Fixture.liveIntegration()]))
        let text = PlanDocument.text(plan)
        let document = try Value(json: Array(text.utf8))
        let change = document["resource_changes"]?.list?.first { $0["address"] == "Integration/events" }

        #expect(change?["change"]?["actions"] == ["create", "delete"])
        #expect(try SavedPlan(Array(text.utf8)).plan == plan)
    }
}
