import Model
import Planning
import Testing

@Suite("The plan as a document")
struct PlanDocumentTests {
    private var plan: Plan {
        let old = [Fixture.rule("old").live(), Fixture.target("old").live()]
        var desired = Fixture.whole
        desired.resources.append(Fixture.queue("sales"))
        let drifted = Fixture.target().live(changing: ["arn": "arn:aws:sqs:us-east-1:123456789012:elsewhere", "input": "{}"])
        return Planner().plan(desired, Observation(objects: [drifted, Fixture.rule().live(ownership: .unmarked)] + old))
    }

    @Test("reads back as the plan that was saved, with each change's precondition")
    func roundTrip() throws {
        let saved = try SavedPlan(Array(PlanDocument.text(plan).utf8))

        #expect(Planner().guarded(saved.plan) == plan)
        #expect(saved.preconditions[Address(.queue, "sales")]?.description == "absent")
        #expect(saved.preconditions[Address(.target, "ended", part: "main")]?.description.count == 64)
    }

    @Test("speaks Terraform's names: actions, before, after, after_unknown")
    func terraformNames() throws {
        let document = try Value(json: PlanDocument.text(Planner().plan(Fixture.whole, Observation())))
        let rule = try #require(document["resource_changes"]?.list?.first { $0["address"] == "Rule/ended" })

        #expect(rule["type"] == "aws_cloudwatch_event_rule")
        #expect(rule["mode"] == "managed")
        #expect(rule["change"]?["actions"] == ["create"])
        #expect(rule["change"]?["before"] == .null)
        #expect(rule["change"]?["after_unknown"] == ["eventPattern": ["detail": ["queueId": [true]]]])
        #expect(rule["change"]?["after"]?["eventPattern"] == ["detail": ["queueId": [.null]]])
        #expect(rule["manifest"] == ["file": "rule.yaml", "line": 7, "column": 1])
    }

    @Test("a damaged plan is refused")
    func damaged() {
        let text = PlanDocument.text(plan).replacing("elsewhere", with: "nowhere")
        #expect(throws: PlanDocumentError.damaged) { try SavedPlan(Array(text.utf8)) }
    }

    @Test("a plan of a newer format is refused, with both versions")
    func newer() throws {
        let text = PlanDocument.text(plan).replacing("\"format_version\": \"1.0\"", with: "\"format_version\": \"2.0\"")
        let error = #expect(throws: PlanDocumentError.self) { try SavedPlan(Array(text.utf8)) }
        #expect(error?.description.contains("2.0") == true && error?.description.contains("1.0") == true)
    }

    @Test("what is no plan is refused", arguments: ["", "{", "[]", "{}", "{\"format_version\": \"1.0\"}"])
    func noPlan(text: String) {
        #expect(throws: PlanDocumentError.self) { try SavedPlan(Array(text.utf8)) }
    }
}

@Suite("A precondition")
struct PreconditionTests {
    @Test("changes with the live object's attributes and its owner, and with nothing else")
    func fingerprint() {
        let live = Fixture.rule().live()
        var conditioned = live
        conditioned.condition = "state ERROR"

        #expect(Precondition(live) == Precondition(conditioned))
        #expect(Precondition(live) != Precondition(Fixture.rule().live(changing: ["state": "DISABLED"])))
        #expect(Precondition(live) != Precondition(Fixture.rule().live(ownership: .unmarked)))
        #expect(Precondition(nil).description == "absent")
    }
}
