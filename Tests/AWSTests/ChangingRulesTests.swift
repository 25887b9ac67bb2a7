import Model
import Testing

@Suite struct ChangingRulesTests {
    let fixture: Fixture
    var aws: StubAWS { fixture.aws }

    init() throws {
        fixture = try Fixture()
        aws.on("PutRule", .json(["RuleArn": .string(ruleARN("ended"))]))
        aws.on("TagResource", .text("{}"))
        aws.on("UntagResource", .text("{}"))
    }

    private func live(_ attributes: [String: Value] = [:], _ ownership: Ownership = .ours(resource: "r-ended")) -> LiveObject {
        let rule = rule("ended", attributes)
        return LiveObject(identity: rule.identity, id: ruleARN("ended"), attributes: rule.attributes, ownership: ownership)
    }

    @Test func `a rule is made and marked in one call, with its pattern as text`() async throws {
        let rule = rule("ended", ["description": "d", "roleArn": "arn:aws:iam::123456789012:role/r", "tags": ["team": "care"]])
        let outputs = try await fixture.perform(.create, rule)
        #expect(outputs == ["arn": .string(ruleARN("ended"))])
        #expect(
            aws.calls == [
                .init(
                    "PutRule",
                    [
                        "Name": "ended", "EventBusName": "default", "EventPattern": #"{"source":["genesys.cloud"]}"#, "State": "ENABLED",
                        "Description": "d", "RoleArn": "arn:aws:iam::123456789012:role/r",
                        "Tags": wireTags(["reconcile:stack": "acme/telephony/prod", "reconcile:resource": "r-ended", "team": "care"]),
                    ])
            ])
    }

    @Test func `an update puts every field again, and no tags`() async throws {
        let rule = rule("ended", ["state": "DISABLED", "description": "new"])
        _ = try await fixture.perform(.update, rule, live: live(["description": "old"]))
        #expect(
            aws.calls == [
                .init(
                    "PutRule",
                    [
                        "Name": "ended", "EventBusName": "default", "EventPattern": #"{"source":["genesys.cloud"]}"#, "State": "DISABLED",
                        "Description": "new",
                    ])
            ])
    }

    @Test func `a schedule is put as it is`() async throws {
        var rule = rule("ended", ["scheduleExpression": "rate(1 hour)"])
        rule.attributes["eventPattern"] = nil
        _ = try await fixture.perform(.update, rule, live: live())
        #expect(aws.inputs("PutRule").first?["ScheduleExpression"] == "rate(1 hour)")
        #expect(aws.inputs("PutRule").first?["EventPattern"] == nil)
    }

    @Test func `where only tags differ only they are changed`() async throws {
        let rule = rule("ended", ["tags": ["kept": "1", "changed": "2", "added": "3"]])
        _ = try await fixture.perform(.update, rule, live: live(["tags": ["kept": "1", "changed": "1", "gone": "1"]]))
        #expect(
            aws.calls == [
                .init("TagResource", ["ResourceARN": .string(ruleARN("ended")), "Tags": wireTags(["changed": "2", "added": "3"])]),
                .init("UntagResource", ["ResourceARN": .string(ruleARN("ended")), "TagKeys": ["gone"]]),
            ])
    }

    @Test(
        "a rule that is taken over gets the mark that it lacks",
        arguments: [
            (Ownership.unmarked, ownTags()), (.ours(resource: "former"), ["reconcile:resource": "r-ended"]),
            (.another(StackMark(owner: "acme/other", name: "prod")), ownTags()),
        ])
    func adoption(_ ownership: Ownership, _ tags: [String: String]) async throws {
        _ = try await fixture.perform(.update, rule(), live: live([:], ownership))
        #expect(aws.calls == [.init("TagResource", ["ResourceARN": .string(ruleARN("ended")), "Tags": wireTags(tags)])])
    }

    @Test func `a rule on a partner bus is named by its bus and its name`() async throws {
        let outputs = try await fixture.perform(.create, rule(bus: Fixture.partnerBus))
        #expect(outputs == ["arn": .string(ruleARN("ended", bus: Fixture.partnerBus))])
        #expect(aws.inputs("PutRule").first?["EventBusName"] == .string(Fixture.partnerBus))
    }

    @Test func `a rule is deleted by its name and bus`() async throws {
        aws.on("DeleteRule", .text(""))
        let outputs = try await fixture.perform(.delete, rule(), live: live())
        #expect(outputs.isEmpty)
        #expect(aws.calls == [.init("DeleteRule", ["Name": "ended", "EventBusName": "default"])])
    }

    @Test func `a change in between is waited out`() async throws {
        aws.on("PutRule", .error("ConcurrentModificationException"), .json(["RuleArn": .string(ruleARN("ended"))]))
        _ = try await fixture.perform(.create, rule())
        #expect(aws.counts == ["PutRule": 2])
        #expect(fixture.world.sleeps == [.milliseconds(100)])
    }

    @Test(
        "a refusal is told, and not tried again",
        arguments: [
            ("LimitExceededException", ServiceError.Reason.limitExceeded), ("InvalidEventPatternException", .invalid),
            ("ManagedRuleException", .invalid), ("ResourceNotFoundException", .notFound),
        ])
    func refused(code: String, reason: ServiceError.Reason) async throws {
        aws.on("PutRule", .error(code, "said so"))
        let error = try await Fixture.failure { try await fixture.perform(.create, rule()) }
        #expect(error.reason == reason)
        #expect((error.operation, error.code, error.message, error.requestID, error.status) == ("PutRule", code, "said so", "req-1", 400))
        #expect(aws.counts == ["PutRule": 1])
    }
}
