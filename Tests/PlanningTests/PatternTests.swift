import EventPatterns
import Model
import Planning
import Testing

@Suite("The pattern of a rule")
struct PatternTests {
    private func plan(live: Value, declared: Value) -> Plan {
        var rule = Fixture.rule()
        rule.attributes["eventPattern"] = declared
        return Planner().plan(Fixture.with(rule), Observation(objects: [rule.live(changing: ["eventPattern": live])]))
    }

    @Test(
        "written otherwise is no change",
        arguments: [
            [["a": ["x", "y"]], ["a": ["y", "x"]]],
            [["a": ["x", "x"]], ["a": ["x"]]],
            [["a.b": [1]], ["a": ["b": [1]]]],
            [["a": [["wildcard": "x*"]]], ["a": [["prefix": "x"]]]],
        ] as [[Value]])
    func sameMeaning(patterns: [Value]) {
        let plan = plan(live: patterns[0], declared: patterns[1])

        #expect(plan["Rule/ended"]?.action == .noOp)
        #expect(plan["Rule/ended"]?.patternRelation == nil)
        // What else changes doesn't rewrite the pattern.
        #expect(plan["Rule/ended"]?.after?["eventPattern"] == patterns[0])
    }

    @Test("that takes other events is an update, which says how they relate, with an example that one takes and the other doesn't")
    func relation() throws {
        let both: Value = ["source": ["x", "y"]]
        let one: Value = ["source": ["x"]]
        let widened = try #require(plan(live: one, declared: both)["Rule/ended"])
        let narrowed = try #require(plan(live: both, declared: one)["Rule/ended"])

        #expect(widened.action == .update)
        #expect(widened.patternRelation?.kind == .widened)
        #expect(widened.patternRelation?.gained == #"{"source":"y"}"#)
        #expect(narrowed.patternRelation?.kind == .narrowed)
        #expect(narrowed.patternRelation?.lost == #"{"source":"y"}"#)
        #expect(plan(live: ["source": ["z"]], declared: both)["Rule/ended"]?.patternRelation?.kind == .disjoint)
    }

    @Test("that isn't wholly known is compared as it is written, and nothing is claimed of it")
    func unknown() {
        let id = Value.unknown(Unknown(Reference(Address(.queue, "support"), "id")))
        let change = plan(live: ["detail": ["queueId": ["x"]]], declared: ["detail": ["queueId": [id]]])["Rule/ended"]

        #expect(change?.action == .update)
        #expect(change?.patternRelation == nil)
    }

    @Test("stands in the document as its routing impact, and reads back")
    func document() throws {
        let plan = plan(live: ["source": ["x", "y"]], declared: ["source": ["x"]])
        let text = PlanDocument.text(plan)
        let document = try Value(json: text)

        #expect(document["resource_changes"]?.list?.first?["routing_impact"] == ["relation": "narrowed", "lost": ["source": "y"]])
        #expect(try SavedPlan(Array(text.utf8)).plan == plan)
    }
}
