import Model
import Planning
import Testing

@Suite("Changes that are ignored")
struct IgnoredChangesTests {
    private func rule(ignoring paths: [String]..., declaring attributes: [String: Value] = [:]) -> DesiredResource {
        var rule = Fixture.rule(lifecycle: Lifecycle(ignoreChanges: Set(paths)))
        rule.attributes["eventPattern"] = ["source": ["acme"]]
        rule.attributes.merge(attributes) { $1 }
        return rule
    }

    private func plan(_ resource: DesiredResource, _ live: [String: Value?]) -> Change? {
        Planner().plan(Fixture.with(resource), Observation(objects: [resource.live(changing: live)])).changes.first
    }

    @Test("are no difference, whether the field is declared, is live, or both")
    func whole() {
        let tagged = rule(ignoring: ["description"], ["state"], ["roleArn"], declaring: ["roleArn": "declared"])

        #expect(plan(tagged, ["description": "by hand", "state": "DISABLED", "roleArn": nil])?.action == .noOp)
        #expect(plan(rule(ignoring: ["state"]), ["description": "by hand"])?.action == .update)
    }

    @Test("are sent as they are live when something else changes")
    func carried() throws {
        let change = try #require(
            plan(rule(ignoring: ["state"], declaring: ["description": "new"]), ["description": nil, "state": "DISABLED"]))

        #expect(change.action == .update && change.after?["state"] == "DISABLED" && change.after?["description"] == "new")
        #expect(change.differences.map(\.path) == [["description"]])
    }

    @Test("may be a part of a field: one tag, one key of a pattern")
    func parts() {
        let one = rule(ignoring: ["tags", "team.name"], ["eventPattern", "detail"], declaring: ["tags": ["team.name": "a", "cost": "1"]])
        let pattern: Value = ["source": ["acme"], "detail": ["type": ["x"]]]

        #expect(plan(one, ["tags": ["team.name": "b", "cost": "1"], "eventPattern": pattern])?.action == .noOp)
        #expect(plan(one, ["tags": ["cost": "1"]])?.action == .noOp)
        #expect(plan(one, ["tags": ["team.name": "b", "cost": "2"]])?.differences.map(\.path) == [["tags", "cost"]])
        let alone = rule(ignoring: ["tags", "team"], declaring: ["tags": ["team": "a"]])
        #expect(plan(alone, ["tags": nil])?.action == .noOp)
        #expect(plan(rule(ignoring: ["tags", "team"]), ["tags": ["team": "b"]])?.action == .noOp)
    }

    @Test("of a queue: what is declared, and nothing that isn't")
    func declared() {
        var queue = Fixture.queue()
        queue.attributes["acwSettings"] = ["timeoutMs": 30000, "wrapupPrompt": "OPTIONAL"]
        queue.lifecycle.ignoreChanges = [["acwSettings", "timeoutMs"], ["description"]]

        let same = plan(queue, ["acwSettings": ["timeoutMs": 1, "wrapupPrompt": "OPTIONAL"], "description": "theirs"])
        #expect(same?.action == .noOp && same?.after?["description"] == nil)
        let other = plan(queue, ["acwSettings": ["timeoutMs": 1, "wrapupPrompt": "MANDATORY"]])
        #expect(other?.differences.map(\.path) == [["acwSettings", "wrapupPrompt"]])
        #expect(other?.after?["acwSettings"] == ["timeoutMs": 1, "wrapupPrompt": "OPTIONAL"])
    }

    @Test("make no difference to a creation: there is nothing yet to keep")
    func creation() {
        let plan = Planner().plan(Fixture.with(rule(ignoring: ["state"])), Observation())

        #expect(plan.changes.first?.after?["state"] == "ENABLED")
    }

    @Test("stay ignored in a plan that was saved")
    func saved() throws {
        let desired = Fixture.with(rule(ignoring: ["tags", "a.b"], ["state"]))
        let text = PlanDocument.text(Planner().plan(desired, Observation()))

        #expect(try SavedPlan(Array(text.utf8)).plan.desired.resources.first?.lifecycle.ignoreChanges == [["tags", "a.b"], ["state"]])
    }
}
