import Model
import Planning
import Testing

@Suite("A bus whose event source the partner has deleted")
struct LostEventSourceTests {
    private let address = Address(.eventBus, "events")
    private let rule = Fixture.rule(bus: Fixture.eventSource)

    private func target(_ id: String = "main") -> DesiredResource {
        var target = Fixture.target(id: id)
        target.identity.scope = Fixture.ruleARN("ended", bus: Fixture.eventSource)
        target.dependencies = [Address(.rule, "ended")]
        return target
    }

    private func desired(protect: Bool = false) -> DesiredState {
        Fixture.with(
            Fixture.integration(), Fixture.bus(lifecycle: Lifecycle(protect: protect)), Fixture.queue(), rule, target())
    }

    private func observed(_ desired: DesiredState, occupants: [String] = [], adding others: LiveObject...) -> Observation {
        var bus = Fixture.bus().live(changing: ["eventSourceName": nil])
        bus.occupants = occupants
        return desired.live(replacing: Fixture.liveIntegration(), bus, adding: others)
    }

    @Test("is made anew only with the flag, which the refusal names with what goes along")
    func refused() throws {
        let plan = Planner().plan(desired(), observed(desired()))
        let refusal = try #require(plan.refusals.first)

        #expect(plan.refusals.count == 1 && refusal.code == "lost-event-source" && refusal.address == address)
        #expect(refusal.detail?.contains("and with it Rule/ended.") == true)
        #expect(refusal.fix?.contains("--allow-replace EventBus/events") == true)
        #expect(Planner(allowances: .init(replacements: [address])).plan(desired(), observed(desired())).refusals.isEmpty)
    }

    @Test("comes first, then what is on it is made again; what is declared no more leaves it before")
    func order() throws {
        let old = Fixture.rule("old", bus: Fixture.eventSource).live()
        let extra = target("by-hand").live()
        let plan = Planner(allowances: .init(replacements: [address])).plan(
            desired(), observed(desired(), adding: old, extra))

        #expect(plan.actions == ["EventBus/events": .create, "Rule/ended": .create, "Target/ended/main": .create, "Rule/old": .delete])
        #expect(plan["EventBus/events"]?.isReplacement == true && plan["EventBus/events"]?.comesLast == false)
        #expect(plan["EventBus/events"]?.dependencies == [Address(.rule, "old")])
        #expect(plan["Target/ended/main"]?.dependencies == [Address(.rule, "ended")])
    }

    @Test("stays while others have rules on it, and while it is protected, whatever is allowed")
    func kept() {
        let planner = Planner(allowances: .init(replacements: [address]))

        #expect(planner.plan(desired(), observed(desired(), occupants: ["theirs"])).refusals.map(\.code) == ["occupied-bus"])
        #expect(planner.plan(desired(protect: true), observed(desired(protect: true))).refusals.map(\.code) == ["protected"])
    }

    @Test("is as it should be while its integration isn't enabled, or is enabled only now: the source comes and goes with that")
    func silent() {
        for (live, declared) in [(false, false), (true, false), (false, true)] {
            var desired = Fixture.with(Fixture.integration(enabled: declared), Fixture.bus())
            let bus = Fixture.bus().live(changing: ["eventSourceName": nil])
            let observed = desired.live(replacing: Fixture.liveIntegration(changing: ["enabled": .bool(live)]), bus)
            let plan = Planner().plan(desired, observed)
            #expect(plan["EventBus/events"]?.action == .noOp && plan.refusals.isEmpty)
            #expect(plan.diagnostics.map(\.code) == ["lost-event-source"] && plan.diagnostics.map(\.severity) == [.note])

            desired.resources.removeAll { $0.address.kind == .integration }
            #expect(Planner().plan(desired, observed)["EventBus/events"]?.action == .noOp)
        }
    }

    @Test("is a deletion and a creation in Terraform's words, and the same when it is read back")
    func saved() throws {
        let plan = Planner(allowances: .init(replacements: [address])).plan(desired(), observed(desired()))
        let text = PlanDocument.text(plan)
        let change = try Value(json: Array(text.utf8))["resource_changes"]?.list?.first { $0["address"] == "EventBus/events" }

        #expect(change?["change"]?["actions"] == ["delete", "create"])
        #expect(try SavedPlan(Array(text.utf8)).plan == plan)
    }

    @Test("is asked about: what was found of sources is a finding of the plan")
    func findings() {
        var observed = Observation()
        observed.findings = [Diagnostic(.note, code: "event-source-pending", "it expires", address: address)]

        #expect(Planner().plan(desired(), observed).diagnostics.map(\.code) == ["event-source-pending"])
    }
}
