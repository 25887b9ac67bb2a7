import Model
import Planning
import Testing

@Suite("Pruning")
struct PruningTests {
    private func leftOvers(of rule: String) -> [LiveObject] {
        [Fixture.rule(rule).live(), Fixture.permission(rule).live(), Fixture.target(rule).live()]
    }

    @Test("what carries the mark and is declared no more goes: permission, then target, then rule")
    func prunes() throws {
        let plan = Planner().plan(Fixture.whole, Fixture.whole.live(adding: leftOvers(of: "old")))
        let permission = try #require(plan.mutations.first { $0.address.kind == .permission })

        #expect(plan.mutations.count == 3)
        #expect(plan.mutations.allSatisfy { $0.action == .delete && $0.reason == .pruned })
        #expect(permission.dependencies == [])
        #expect(plan["Target/old/main"]?.dependencies == [permission.address])
        #expect(plan["Rule/old"]?.dependencies == [permission.address, Address(.target, "old", part: "main")])
    }

    @Test("rules of others are left alone", arguments: [Ownership.unmarked, .another(StackMark(owner: "o", name: "n")), .service("s")])
    func foreign(ownership: Ownership) {
        let foreign = Fixture.rule("theirs").live(ownership: ownership)

        #expect(Planner().plan(Fixture.whole, Fixture.whole.live(adding: [foreign])).isEmpty)
    }

    @Test("an undeclared target on a rule of ours goes, unless targets are shared there")
    func undeclaredTarget() {
        let extra = Fixture.target(id: "by-hand").live()
        let plan = Planner().plan(Fixture.whole, Fixture.whole.live(adding: [extra]))
        #expect(plan.actions == ["Target/ended/by-hand": .delete])
        #expect(plan["Target/ended/by-hand"]?.reason == .undeclaredTarget)

        let shared = Fixture.with(
            Fixture.queue(), Fixture.rule(lifecycle: Lifecycle(listPolicy: .shared)), Fixture.permission(), Fixture.target())
        #expect(Planner().plan(shared, shared.live(adding: [extra])).isEmpty)
    }

    @Test("a function that a target leaves loses its permission after the target has moved")
    func movedPermission() throws {
        let moved = "arn:aws:lambda:us-east-1:123456789012:function:Other"
        let desired = Fixture.with(
            Fixture.queue(), Fixture.rule(), Fixture.permission(function: moved), Fixture.target(arn: moved))
        let plan = Planner().plan(desired, Fixture.whole.live)
        let revoked = try #require(plan.mutations.first { $0.action == .delete })

        #expect(plan["Permission/ended/main"]?.action == .create)
        #expect(plan["Target/ended/main"]?.dependencies == [Address(.permission, "ended", part: "main")])
        #expect(revoked.dependencies == [Address(.permission, "ended", part: "main"), Address(.target, "ended", part: "main")])
    }

    @Test("a rule that gets another live name is made before the former one goes")
    func replacedRule() throws {
        let desired = Fixture.with(Fixture.queue(), Fixture.rule(live: "new-name", lifecycle: Lifecycle(previousNames: ["ended"])))
        let plan = Planner().plan(desired, Observation(objects: [Fixture.queue().live(), Fixture.rule().live()]))

        #expect(plan["Rule/ended"]?.action == .create)
        #expect(plan["Rule/ended@ended"]?.action == .delete)
        #expect(plan["Rule/ended@ended"]?.reason == .replaced)
        #expect(plan["Rule/ended@ended"]?.dependencies == [Address(.rule, "ended")])
    }

    @Test("another live name that the manifest doesn't know as a former one is an error")
    func unexpectedName() throws {
        let desired = Fixture.with(Fixture.queue(), Fixture.rule(live: "new-name"))
        let plan = Planner().plan(desired, Observation(objects: [Fixture.queue().live(), Fixture.rule().live()]))

        #expect(plan.errors.map(\.code) == ["mark-disagrees"])
        #expect(plan.errors.first?.fix?.contains("previousNames: [ended]") == true)
    }

    @Test("nothing is deleted after a partial observation, and the plan says why")
    func partialObservation() {
        let denied = ServiceError(.forbidden, system: .aws, operation: "ListTargetsByRule", summary: "targets can't be read")
        var observed = Fixture.whole.live(adding: leftOvers(of: "old"))
        observed.gaps = [Gap(.target, scope: Fixture.ruleARN("old"), error: denied)]
        let plan = Planner().plan(Fixture.whole, observed)

        #expect(plan.isEmpty)
        #expect(plan.diagnostics.map(\.severity) == [.warning])
        #expect(plan.diagnostics.first?.summary.contains("nothing is deleted") == true)
    }

    @Test("what is declared and can't be read is an error at its place, never taken for absent")
    func unknownIsNotAbsent() {
        let denied = ServiceError(.forbidden, system: .genesys, operation: "GET /api/v2/routing/queues", summary: "queues can't be read")
        let plan = Planner().plan(Fixture.with(Fixture.queue()), Observation(gaps: [Gap(.queue, error: denied)]))

        #expect(plan.isEmpty)
        #expect(plan.errors.first?.place == SourceLocation(file: "queue.yaml", line: 3, column: 1))
    }
}
