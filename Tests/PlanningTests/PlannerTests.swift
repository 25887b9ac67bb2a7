import Model
import Planning
import Testing

@Suite("The planner")
struct PlannerTests {
    @Test("creates all that is missing, in the order of what refers to what")
    func creates() throws {
        let plan = Planner().plan(Fixture.whole, Observation())

        #expect(plan.actions.count == 4)
        #expect(plan.actions.values.allSatisfy { $0 == .create })
        #expect(plan["Queue/support"]?.dependencies == [])
        #expect(plan["Rule/ended"]?.dependencies == [Address(.queue, "support")])
        #expect(plan["Permission/ended/main"]?.dependencies == [Address(.rule, "ended")])
        #expect(plan["Target/ended/main"]?.dependencies == [Address(.rule, "ended"), Address(.permission, "ended", part: "main")])
    }

    @Test("leaves the id of a queue that doesn't exist yet an explicit unknown")
    func unknownID() throws {
        let pattern = try #require(Planner().plan(Fixture.whole, Observation())["Rule/ended"]?.after?["eventPattern"])

        #expect(pattern.unknowns == [Unknown(Reference(Address(.queue, "support"), "id"))])
    }

    @Test("puts the id of a live queue into the pattern")
    func knownID() throws {
        let plan = Planner().plan(Fixture.whole, Observation(objects: [Fixture.queue().live()]))

        #expect(plan["Rule/ended"]?.after?["eventPattern"] == ["detail": ["queueId": ["support-id"]]])
        #expect(plan["Rule/ended"]?.dependencies == [])
    }

    @Test("changes nothing where nothing differs")
    func empty() {
        let plan = Planner().plan(Fixture.whole, Fixture.whole.live)

        #expect(plan.isEmpty)
        #expect(plan.diagnostics.isEmpty && plan.refusals.isEmpty)
        #expect(plan.count(.noOp) == 4)
    }

    @Test("compares a rule whole: a field that isn't declared must not be there")
    func whole() throws {
        let drifted = Fixture.rule().live(changing: ["description": "by hand"])
        let plan = Planner().plan(Fixture.whole, Fixture.whole.live(replacing: drifted))

        #expect(plan.actions == ["Rule/ended": .update])
        #expect(plan["Rule/ended"]?.differences == [Difference(path: ["description"], before: "by hand", after: nil)])
    }

    @Test("compares of a queue what is declared, nested settings likewise, and names what the PUT carries along")
    func declared() throws {
        var queue = Fixture.queue()
        queue.attributes["acwSettings"] = ["timeoutMs": 30000]
        let live = queue.live(changing: [
            "acwSettings": ["timeoutMs": 10000, "wrapupPrompt": "OPTIONAL"], "description": "kept", "enableTranscription": true,
        ])
        let change = try #require(Planner().plan(Fixture.with(queue), Observation(objects: [live])).changes.first)

        #expect(change.action == .update)
        #expect(change.differences == [Difference(path: ["acwSettings", "timeoutMs"], before: 10000, after: 30000)])
        #expect(change.carriedAttributes == ["description", "enableTranscription"])
    }

    @Test("reads what is only referred to, and never changes it")
    func reference() throws {
        let queue = Fixture.queue(manage: .reference)
        let desired = Fixture.with(queue, Fixture.rule())
        let plan = Planner().plan(desired, desired.live(replacing: queue.live(changing: ["description": "theirs"])))

        #expect(plan.isEmpty)
        #expect(plan["Queue/support"]?.action == .read)
    }

    @Test("says where a queue that is only referred to is missing")
    func missingReference() throws {
        let plan = Planner().plan(Fixture.with(Fixture.queue(manage: .reference)), Observation())
        let error = try #require(plan.errors.first)

        #expect(error.code == "not-found")
        #expect(error.place == SourceLocation(file: "queue.yaml", line: 3, column: 1))
    }

    @Test("gives the same plan for the same halves, whatever their order")
    func deterministic() {
        let shuffled = DesiredState(stack: Fixture.stack, resources: Fixture.whole.resources.reversed())

        #expect(
            PlanDocument.text(Planner().plan(shuffled, Observation())) == PlanDocument.text(Planner().plan(Fixture.whole, Observation())))
    }
}
