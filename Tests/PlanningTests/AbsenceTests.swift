import Model
import Planning
import Testing

@Suite("What is declared to be gone")
struct AbsenceTests {
    private let planner = Planner(allowances: .init(deletable: [Address(.integration, "events"), Address(.queue, "old")]))
    private let denied = ServiceError(.forbidden, system: .aws, operation: "ListTargetsByRule", summary: "targets can't be read")

    private func live(_ resources: DesiredResource...) -> [LiveObject] { resources.map { $0.live() } }

    /// An integration with its bus, a queue and a rule on both, all to be gone.
    private let all = Fixture.with(
        Fixture.integration().absent, Fixture.bus().absent, Fixture.queue("old").absent,
        Fixture.rule(bus: Fixture.eventSource, queue: "old").absent)
    private var whole: [LiveObject] {
        var target = Fixture.target().live()
        target.identity.scope = Fixture.ruleARN("ended", bus: Fixture.eventSource)
        return [Fixture.liveIntegration(), target]
            + live(Fixture.bus(), Fixture.queue("old"), Fixture.rule(bus: Fixture.eventSource, queue: "old"))
    }

    @Test("and isn't live is no change")
    func gone() {
        let plan = Planner().plan(all, Observation())

        #expect(plan.isSettled && plan.changes.count == 4)
        #expect(plan.changes.allSatisfy { $0.action == .noOp && $0.before == nil && $0.after == nil })
    }

    @Test("goes in order: a rule's targets, the rule, the bus, then the integration; a queue after the rules that filter on it")
    func order() {
        let plan = planner.plan(all, Observation(objects: whole))

        #expect(plan.refusals.isEmpty && plan.errors.isEmpty)
        #expect(plan.mutations.count == 5 && plan.mutations.allSatisfy { $0.isDeclaredDeletion && !$0.isRetirement })
        let rule = Address(.rule, "ended")
        #expect(plan["Rule/ended"]?.dependencies == [Address(.target, "ended", part: "main")])
        #expect(plan["EventBus/events"]?.dependencies == [rule])
        #expect(plan["Integration/events"]?.dependencies == [rule, Address(.eventBus, "events")])
        #expect(plan["Queue/old"]?.dependencies == [rule])
        #expect(plan.mutations.filter(\.comesLast).map(\.address.kind) == [.integration, .eventBus, .queue])
    }

    @Test("waits for the rules that move away from it")
    func moved() {
        let desired = Fixture.with(Fixture.queue("old").absent, Fixture.queue(), Fixture.rule())
        let plan = planner.plan(desired, Observation(objects: live(Fixture.queue("old"), Fixture.queue(), Fixture.rule(queue: "old"))))

        #expect(plan.actions == ["Queue/old": .delete, "Rule/ended": .update])
        #expect(plan["Queue/old"]?.dependencies == [Address(.rule, "ended")])
    }

    @Test("is not deleted after a partial observation, nor is what is replaced")
    func partial() {
        var observed = Observation(objects: whole)
        observed.gaps = [Gap(.target, scope: Fixture.ruleARN("elsewhere"), error: denied)]
        let plan = planner.plan(all, observed)
        #expect(plan.isEmpty && plan.refusals.map(\.code) == ["partial-observation"])
        #expect(plan.deferred.count == 5 && plan.deferred.allSatisfy { $0.reason == .partialObservation })

        let replaced = Fixture.with(Fixture.integration(suffix: "next"))
        let replacing = Planner(allowances: .init(partialObservation: true)).plan(replaced, observed)
        #expect(replacing.refusals.map(\.code) == ["replacement"])
        #expect(!replacing.mutations.contains { $0.action == .delete })
    }

    @Test("and can't be read is an error, never taken for gone")
    func unknown() {
        let plan = planner.plan(Fixture.with(Fixture.queue("old").absent), Observation(gaps: [Gap(.queue, error: denied)]))

        #expect(plan.isEmpty && plan.errors.map(\.address) == [Address(.queue, "old")])
    }

    @Test("is left where a rule goes on filtering on its id")
    func dangling() throws {
        var rule = Fixture.rule()
        rule.attributes["eventPattern"] = ["detail": ["queueId": ["old-id"]]]
        let plan = planner.plan(Fixture.with(Fixture.queue("old").absent, rule), Observation(objects: live(Fixture.queue("old"), rule)))
        let error = try #require(plan.errors.first)

        #expect(error.code == "reference-to-absent" && error.summary == "Rule/ended filters on the id of Queue/old, which is to be gone")
        #expect(error.place == Fixture.rule().place)
    }

    @Test("is left where the live integration has another event source than is declared")
    func anotherSource() {
        let observed = Observation(objects: [Fixture.liveIntegration(changing: ["eventSourceSuffix": "other"])])

        let plan = planner.plan(Fixture.with(Fixture.integration().absent), observed)
        #expect(plan.isEmpty && plan.errors.map(\.code) == ["another-source"])
    }

    @Test("takes along what a replacement that was cut short left behind, by the same flag")
    func leftBehind() throws {
        var former = Fixture.liveIntegration(changing: ["name": "events (replaced)"])
        former.id = "former-id"
        former.identity = .id(.integration, "former-id")
        let observed = Observation(objects: [Fixture.liveIntegration(), former])
        let desired = Fixture.with(Fixture.integration().absent)

        #expect(Planner().plan(desired, observed).refusals.map(\.code) == ["shared-deletion"])
        let plan = planner.plan(desired, observed)
        #expect(plan.refusals.isEmpty && plan.diagnostics.isEmpty)
        #expect(plan.actions == ["Integration/events": .delete, "Integration/events@former-id": .delete])
        #expect(plan["Integration/events@former-id"]?.isRetirement == false)
    }

    @Test("takes along a rule that carries its mark on another bus")
    func ruleElsewhere() {
        let plan = Planner().plan(
            Fixture.with(Fixture.rule(bus: Fixture.eventSource).absent), Observation(objects: live(Fixture.rule("ended"))))

        #expect(plan.mutations.map(\.address.description) == ["Rule/ended@default"])
        #expect(plan.mutations.first?.reason == .declaredAbsent && plan.errors.isEmpty)
    }

    @Test(
        "is refused where it is another's or AWS's own, with the owner",
        arguments: [Ownership.another(StackMark(owner: "others", name: "prod")), .service("schemas.amazonaws.com")])
    func foreign(_ ownership: Ownership) throws {
        let desired = Fixture.with(Fixture.rule().absent)
        let plan = Planner(allowances: .init(adoption: true)).plan(
            desired, Observation(objects: [Fixture.rule().live(ownership: ownership)]))

        #expect(plan.refusals.count == 1)
        let refusal = try #require(plan.refusals.first)
        #expect(refusal.summary.contains("others/prod") || refusal.summary.contains("schemas.amazonaws.com"))
    }

    @Test("is refused where it carries no mark, unless its own manifest says that this stack may")
    func unmarked() {
        let observed = Observation(objects: [Fixture.rule().live(ownership: .unmarked)])
        let flagged = Planner(allowances: .init(adoption: true)).plan(Fixture.with(Fixture.rule().absent), observed)
        #expect(flagged.refusals.map(\.code) == ["adoption-refused"])

        let adopting = Fixture.with(Fixture.rule(lifecycle: Lifecycle(adopt: true)).absent)
        #expect(Planner().plan(adopting, observed).refusals.isEmpty)
    }

    @Test("is an error where it carries the mark of another resource, or where whose it is can't be read")
    func disagreeing() {
        for ownership in [Ownership.ours(resource: "another"), .unreadable(denied)] {
            let plan = Planner().plan(
                Fixture.with(Fixture.rule().absent), Observation(objects: [Fixture.rule().live(ownership: ownership)]))
            #expect(plan.isEmpty && plan.errors.count == 1)
        }
    }

    @Test("counts against the budget of deletions where it is a rule")
    func budget() {
        var desired = Fixture.with(Fixture.rule("a").absent, Fixture.rule("b").absent)
        desired.stack.maxDeletes = .count(1)

        let plan = Planner().plan(desired, Observation(objects: live(Fixture.rule("a"), Fixture.rule("b"))))
        #expect(plan.refusals.map(\.code) == ["deletion-budget"])
    }

    @Test("can be selected by --only, though nothing is pruned for it: the bus stays while a rule that is declared no more is on it")
    func selected() throws {
        let only = Selection(only: [try #require(AddressPattern("Integration/events"))])
        let planner = Planner(allowances: .init(deletable: [Address(.integration, "events")]), selection: only)
        let desired = Fixture.with(Fixture.integration().absent, Fixture.bus().absent)
        let clean = planner.plan(desired, Observation(objects: [Fixture.liveIntegration(), Fixture.bus().live()]))
        #expect(clean.refusals.isEmpty && clean.mutations.map(\.address.kind) == [.integration, .eventBus])

        let occupied = planner.plan(
            desired, Observation(objects: [Fixture.liveIntegration(), Fixture.bus().live(), Fixture.rule(bus: Fixture.eventSource).live()]))
        #expect(occupied.isEmpty)
        #expect(occupied.diagnostics.contains { $0.summary.contains("EventBus/events is left out: it depends on Rule/ended") })
    }

    @Test("is the same in a plan that was saved, and is looked for again when that is applied")
    func saved() throws {
        var objects = whole
        for index in objects.indices where objects[index].identity.kind == .eventBus { objects[index].occupants = ["theirs"] }
        let plan = planner.plan(all, Observation(objects: objects))
        let read = try SavedPlan(Array(PlanDocument.text(plan).utf8)).plan

        #expect(planner.guarded(read) == plan && plan.refusals.map(\.code) == ["occupied-bus"])
        #expect(read.desired.absent.map(\.address) == all.absent.map(\.address))
        #expect(read.desired.resources.isEmpty)
    }
}
