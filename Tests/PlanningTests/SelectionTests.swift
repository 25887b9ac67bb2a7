import Model
import Planning
import Testing

@Suite("Selection")
struct SelectionTests {
    private func pattern(_ text: String) throws -> AddressPattern { try #require(AddressPattern(text)) }

    private func plan(
        only: [String] = [], exclude: [String] = [], _ desired: DesiredState = Fixture.whole, _ live: Observation = Observation()
    )
        throws -> Plan
    {
        let selection = Selection(only: try only.map(pattern), excluded: try exclude.map(pattern))
        return Planner(selection: selection).plan(desired, live)
    }

    @Test(
        "a pattern selects by kind, name and part; * stays within a part",
        arguments: [
            ("Rule/ended", "Rule/ended", true), ("Rule/ended", "Target/ended/main", true), ("Rule/ended", "Permission/ended/main", true),
            ("Rule/ended", "Queue/ended", false), ("Rule/end*", "Rule/ended[support]", true), ("Rule/*d", "Rule/ended", true),
            ("Rule/*nd*d", "Rule/ended", true), ("Rule/*ended*ended", "Rule/ended", false), ("*/ended", "Queue/ended", true),
            ("Target/*/main", "Target/ended/main", true), ("Target/*/main", "Permission/ended/main", false),
            ("Target/ended", "Rule/ended", false), ("Rule/e*/main", "Rule/ended", false), ("Integration/events", "EventBus/events", true),
        ] as [(String, String, Bool)])
    func patterns(text: String, address: String, selects: Bool) throws {
        #expect(try pattern(text).selects(try #require(Address(address))) == selects)
    }

    @Test("what is no pattern of a kind is none", arguments: ["", "Rule", "Rule/", "/x", "Rules/x", "Rule//x"])
    func noPattern(text: String) {
        #expect(AddressPattern(text) == nil)
    }

    @Test("what is selected brings along what it depends on, and the plan names it")
    func companions() throws {
        var desired = Fixture.whole
        desired.resources += [Fixture.queue("sales"), Fixture.rule("sold", queue: "sales")]
        let plan = try plan(only: ["Rule/ended"], desired)

        #expect(Set(plan.actions.keys) == ["Queue/support", "Rule/ended", "Permission/ended/main", "Target/ended/main"])
        #expect(plan.diagnostics.map(\.summary) == ["Queue/support comes along, though it isn't selected: Rule/ended depends on it"])
        #expect(plan.diagnostics.map(\.severity) == [.note])
        #expect(plan.deferred.map(\.change.address.description) == ["Queue/sales", "Rule/sold"])
    }

    @Test("nothing that is declared no more is deleted under --only, not even what the pattern names")
    func noPruning() throws {
        let live = Fixture.whole.live(adding: [Fixture.rule("old").live(), Fixture.target(id: "by-hand").live()])

        #expect(try plan(only: ["Rule/*"], Fixture.whole, live).isEmpty)
        #expect(try plan(exclude: ["Rule/old"], Fixture.whole, live).actions == ["Target/ended/by-hand": .delete])
    }

    @Test("a rule that is replaced goes with its successor")
    func replaced() throws {
        let desired = Fixture.with(Fixture.queue(), Fixture.rule(live: "new-name", lifecycle: Lifecycle(previousNames: ["ended"])))
        let live = Observation(objects: [Fixture.queue().live(), Fixture.rule().live()])

        #expect(try plan(only: ["Rule/ended"], desired, live).actions == ["Rule/ended": .create, "Rule/ended@ended": .delete])
    }

    @Test("what depends on an excluded change is left out with it, and the plan says so")
    func excluded() throws {
        let plan = try plan(exclude: ["Queue/*"])

        #expect(plan.isEmpty)
        #expect(
            plan.diagnostics.allSatisfy { $0.severity == .warning && $0.summary.contains("depends on Queue/support, which is excluded") })
        #expect(plan.diagnostics.count == 3)
    }

    @Test("an excluded resource that is as declared holds nothing up")
    func excludedAsDeclared() throws {
        let live = Fixture.whole.live(replacing: Fixture.rule().live(changing: ["state": "DISABLED"]))

        #expect(try plan(exclude: ["Queue/*"], Fixture.whole, live).actions == ["Rule/ended": .update])
    }

    @Test(
        "a pattern that selects nothing is an error that asks for the near miss",
        arguments: [
            ("Rule/endet", "Rule/ended"), ("Rule/emd*", "Rule/end*"), ("Queue/suport", "Queue/support"),
        ])
    func unmatched(pattern: String, meant: String) throws {
        let only = try plan(only: [pattern])
        #expect(only.errors.map(\.code) == ["no-match"])
        #expect(only.errors.first?.fix == "Did you mean `--only \(meant)`?")
        let excluded = try plan(exclude: [pattern])
        #expect(excluded.errors.map(\.fix) == ["Did you mean `--exclude \(meant)`?"])
    }

    @Test("what is wrong with what a selected resource depends on stands in the way")
    func brokenDependency() throws {
        let desired = Fixture.with(Fixture.queue("missing", manage: .reference), Fixture.rule(queue: "missing"), Fixture.target())

        #expect(try plan(only: ["Target/ended/main"], desired).errors.map(\.code) == ["not-found"])
        let without = try plan(exclude: ["Queue/missing"], desired)
        #expect(without.isEmpty && without.errors.isEmpty)
    }

    @Test("what is wrong with what isn't selected doesn't stand in the way")
    func otherErrors() throws {
        let desired = Fixture.with(Fixture.queue(), Fixture.queue("missing", manage: .reference))

        #expect(try !plan(only: [], desired).errors.isEmpty)
        #expect(try plan(only: ["Queue/support"], desired).errors.isEmpty)
    }

    @Test("guards judge what is selected with the rest as it is live")
    func guards() throws {
        let desired = Fixture.with(
            Fixture.integration(enabled: false), Fixture.queue(), Fixture.rule(bus: Fixture.eventSource, description: "new"))
        let live = desired.live(replacing: Fixture.liveIntegration())

        #expect(try plan(only: ["Integration/*"], desired, live).refusals.map(\.code) == ["disabled-integration"])
    }

    @Test("a plan of a selection is saved and read back as one")
    func saved() throws {
        let plan = try plan(only: ["Queue/*"], exclude: ["Rule/*"])
        let saved = try SavedPlan(Array(PlanDocument.text(plan).utf8)).plan

        #expect(Planner().guarded(saved) == plan)
        #expect(saved.desired == Planner().plan(Fixture.whole, Observation()).desired)
    }
}
