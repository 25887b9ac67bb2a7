import EventPatterns
import Model
import Routing
import Testing

@Suite("Checks")
struct CheckTests {
    private func codes(_ set: Fixtures.Set) -> [String] { Checks.findings(in: set.state).map(\.code).sorted() }

    @Test("a sound set has no findings")
    func sound() {
        #expect(Checks.findings(in: Fixtures.Set().state) == [])
    }

    @Test("a topic that the integration doesn't publish is an error, a warning where the list is shared", arguments: [true, false])
    func topicNotEmitted(shared: Bool) throws {
        var set = Fixtures.Set()
        set.isShared = shared
        set.pattern["detail-type"] = [.string(Fixtures.topic("acd.end")), .string(Fixtures.topic("user.end"))]
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "topic-not-emitted" })
        #expect(finding.severity == (shared ? .warning : .error))
        #expect(finding.summary == "Integration/events doesn't publish `user.end`")
        #expect(finding.fix == "Add `user.end` to `topics` of Integration/events.")
    }

    @Test("a filter on the queue of a topic that doesn't tell it")
    func queueOnCustomerEnd() throws {
        var set = Fixtures.Set()
        set.topics = ["customer.end"]
        set.pattern["detail-type"] = [.string(Fixtures.topic("customer.end"))]
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "field-not-in-topic" })
        #expect(finding.severity == .error)
        #expect(finding.summary == "events of `customer.end` carry no `detail.eventBody.queueId`")
        #expect(finding.fix?.contains("`acd.end`") == true)
        #expect(finding.place == SourceLocation(file: "rule.yaml", line: 9, column: 5))
    }

    @Test(
        "a field that isn't there is named with the nearest one",
        arguments: [
            (["detail": ["queueId": ["x"]]], "Did you mean `detail.eventBody.queueId`?"),
            (["detail": ["eventBody": ["mediatype": ["VOICE"]]]], "Did you mean `detail.eventBody.mediaType`?"),
        ] as [([String: Value], String)])
    func nearMiss(body: [String: Value], fix: String) throws {
        var set = Fixtures.Set()
        set.pattern.merge(body) { $1 }
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "field-not-in-topic" })
        #expect(finding.fix == fix)
    }

    @Test("a field that may be absent, and fields of the envelope, are no mistake")
    func allowedFields() {
        var set = Fixtures.Set()
        set.body["newField"] = [["exists": false]]
        set.pattern["account"] = ["123456789012"]
        #expect(codes(set) == [])
    }

    @Test(
        "a value that the field never has",
        arguments: [
            ("mediaType", ["voice"], "Write `VOICE`.", .error), ("mediaType", ["VOICE", "voice"], "Write `VOICE`.", .warning),
            ("mediaType", ["HOLOGRAM"], nil, .warning), ("connectedDurationMs", ["100"], "Remove the quotes.", .error),
            ("direction", [1], "Quote the value.", .error), ("provider", [true], "Quote the value.", .error),
            ("conversationId", ["ABC"], nil, .error),
        ] as [(String, Value, String?, Diagnostic.Severity)])
    func values(field: String, value: Value, fix: String?, severity: Diagnostic.Severity) throws {
        var set = Fixtures.Set()
        set.body[field] = value
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "value-never-occurs" })
        #expect(finding.severity == severity)
        #expect(finding.fix == fix)
    }

    @Test(
        "values that the field may have are no mistake",
        arguments: [
            ("mediaType", ["VOICE", "CHAT"]), ("connectedDurationMs", [["numeric": [">", 1000]]]), ("provider", [["prefix": "Edge"]]),
            ("callbackNumbers", ["+15555550100"]), ("mediaType", [["anything-but": ["CHAT"]]]),
        ] as [(String, Value)])
    func goodValues(field: String, value: Value) {
        var set = Fixtures.Set()
        set.body[field] = value
        #expect(codes(set) == [])
    }

    @Test("a rule on a bus where its events don't arrive")
    func wrongBus() throws {
        var set = Fixtures.Set()
        set.bus = "default"
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "rule-on-wrong-bus" })
        #expect(finding.summary.contains("arrive on bus `\(Fixtures.bus)`"))
        set.pattern["source"] = nil
        #expect(codes(set).contains("rule-on-wrong-bus"))
    }

    @Test("a rule for other events on another bus is none of our business")
    func otherEvents() {
        var set = Fixtures.Set()
        set.bus = "default"
        set.pattern = ["source": ["aws.ec2"], "detail-type": ["EC2 Instance State-change Notification"]]
        #expect(codes(set) == ["queue-without-rule"])
    }

    @Test(
        "a pattern that can never match",
        arguments: [["detail-type": [["exists": false]]], ["account": [1]], ["source": [.null]]] as [[String: Value]])
    func neverMatches(fields: [String: Value]) {
        var set = Fixtures.Set()
        set.pattern.merge(fields) { $1 }
        #expect(codes(set).contains("never-matches"))
    }

    @Test("conversation.end in the public dialect")
    func conversationEnd() {
        var set = Fixtures.Set()
        set.pattern["detail-type"] = ["conversation.end"]
        #expect(codes(set) == ["conversation-end-in-public", "queue-without-rule"])
    }

    @Test(
        "a queue id that no queue has",
        arguments: [
            ("support", "Write `${queue.support.id}`."), ("Support Queue", "Write `${queue.support.id}`."),
            (Fixtures.support.id.uppercased(), "Write `${queue.support.id}`."), ("your-specific-queue-id", nil),
        ] as [(String, String?)])
    func unknownQueue(id: String, fix: String?) throws {
        var set = Fixtures.Set()
        set.body["queueId"] = [.string(id)]
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "unknown-queue" })
        #expect(finding.severity == .error)
        #expect(finding.fix == fix)
    }

    @Test("a catch-all, and a queue without a rule")
    func catchAllAndGap() {
        var set = Fixtures.Set()
        set.pattern = ["source": [["prefix": "aws.partner/genesys.com/"]]]
        #expect(codes(set) == ["catch-all"])
        set = Fixtures.Set()
        set.body["queueId"] = [.string(StandIn.id("another"))]
        #expect(codes(set) == ["queue-without-rule"])
        set = Fixtures.Set()
        set.ruleState = "DISABLED"
        #expect(codes(set) == ["disabled-rule-with-targets", "queue-without-rule"])
    }

    @Test("two rules that hand one event to one target, shown with the event")
    func duplicate() throws {
        var set = Fixtures.Set()
        set.second = ["source": [.string(Fixtures.bus)], "detail-type": [.string(Fixtures.topic("acd.end"))]]
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "duplicate-delivery" })
        #expect(finding.summary == "function Process gets acd.end of Support Queue twice: Rule/ended takes it as well")
    }

    @Test("two rules that share no event are no duplicate")
    func noDuplicate() {
        var set = Fixtures.Set()
        set.body["mediaType"] = ["VOICE"]
        set.second = set.pattern
        set.second?["detail"] = ["eventBody": ["queueId": [.string(Fixtures.support.id)], "mediaType": ["CHAT"]]]
        #expect(codes(set) == [])
    }

    @Test("targets: no dead-letter queue, no permission, no role, another region")
    func targets() throws {
        var set = Fixtures.Set()
        set.target = ["arn": Fixtures.Set.function]
        #expect(codes(set) == ["no-dead-letter-queue", "target-without-permission"])
        set.target?["arn"] = "arn:aws:states:us-east-1:123456789012:stateMachine:Process"
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "target-without-permission" })
        #expect(finding.severity == .error)
        set.target?["roleArn"] = "arn:aws:iam::123456789012:role/invoke"
        #expect(codes(set) == ["no-dead-letter-queue"])
        set.target?["arn"] = "arn:aws:sqs:eu-west-1:123456789012:ended"
        #expect(codes(set) == ["coordinates-disagree", "no-dead-letter-queue"])
        set.target = ["arn": "arn:aws:sqs:us-east-1:123456789012:ended"]
        #expect(codes(set) == ["no-dead-letter-queue", "target-without-permission"])
        set.target?["arn"] = "arn:aws:lambda:us-east-1:210987654321:function:f"
        let elsewhere = try #require(Checks.findings(in: set.state).first { $0.code == "target-without-permission" })
        #expect(elsewhere.severity == .error && elsewhere.fix == "Add `roleArn` to the target.")
        set.target?["roleArn"] = "arn:aws:iam::123456789012:role/invoke"
        #expect(codes(set) == ["no-dead-letter-queue"])
        set.target?["arn"] = "arn:aws:events:eu-west-1:123456789012:event-bus/central"
        #expect(codes(set) == ["no-dead-letter-queue"])
    }

    @Test("account, region or suffix that don't agree", arguments: ["account", "region", "source"])
    func coordinates(path: String) {
        var set = Fixtures.Set()
        set.pattern[path] = path == "source" ? [.string(Fixtures.bus + "-test")] : ["elsewhere"]
        #expect(codes(set).contains("coordinates-disagree"))
    }

    @Test("quotas: many rules, many wildcards, a long pattern")
    func quotas() {
        var set = Fixtures.Set()
        set.copies = 280
        #expect(codes(set).contains("rules-near-quota"))
        set.copies = 31
        set.body["provider"] = [["wildcard": "Edge*v*"]]
        #expect(codes(set).contains("wildcards-over-quota"))
        set = Fixtures.Set()
        set.body["provider"] = .list((0..<40).map { .string("provider number \($0) with some more words") })
        #expect(codes(set).contains("pattern-near-quota"))
    }

    @Test("a finding is suppressed with a reason, on the resource or on the stack")
    func suppressed() {
        var set = Fixtures.Set()
        set.pattern = ["source": [.string(Fixtures.bus)]]
        set.ignored = [IgnoredCheck(check: "catch-all", reason: "an archive", address: Address(.rule, "ended"), place: nil)]
        #expect(codes(set) == [])
        set.ignored[0].address = nil
        #expect(codes(set) == [])
        set.ignored[0].address = Address(.rule, "other")
        #expect(codes(set) == ["catch-all", "needless-suppression"])
    }

    @Test("every check finds what it is for, at its own severity, and is suppressed with a reason", arguments: Fixtures.mistakes)
    func everyCheck(_ mistake: Fixtures.Mistake) throws {
        var set = Fixtures.Set()
        mistake.make(&set)
        #expect(codes(set).contains(mistake.check))
        set.ignored = [IgnoredCheck(check: mistake.check, reason: "seen, and meant", address: nil, place: nil)]
        #expect(!codes(set).contains(mistake.check))
        #expect(!codes(set).contains("needless-suppression"))
    }

    @Test("a mistake is known for every check that there is")
    func mistakes() throws {
        var set = Fixtures.Set()
        set.ignored = [IgnoredCheck(check: "no-such-check", reason: "x", address: nil, place: nil)]
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "unknown-check" })
        let ids = Fixtures.mistakes.map(\.check)
        #expect(finding.detail == "The checks are \(ids.map { "`\($0)`" }.joined(separator: ", ")).")
    }

    @Test("a key with a dot stands at its place, with the keys nested")
    func dottedKey() throws {
        var set = Fixtures.Set()
        set.pattern["detail.eventBody.queueId"] = [.string(Fixtures.support.id)]
        set.pattern["detail"] = ["eventBody": ["mediaType": ["VOICE"]]]
        let finding = try #require(Checks.findings(in: set.state).first { $0.code == "dotted-key" })
        #expect(finding.fix == "Nest the keys: `detail: {eventBody: {queueId: …}}`.")
        #expect(finding.place == SourceLocation(file: "rule.yaml", line: 9, column: 5))
    }

    @Test(
        "a role where a resource policy is meant",
        arguments: [
            ("lambda:us-east-1:123456789012:function:f", "a Lambda target"), ("sqs:us-east-1:123456789012:q", "an SQS target"),
            ("sns:us-east-1:123456789012:t", "an SNS target"), ("logs:us-east-1:123456789012:log-group:g", "a CloudWatch Logs target"),
            ("states:us-east-1:123456789012:stateMachine:s", nil), ("lambda:us-east-1:210987654321:function:f", nil),
        ] as [(String, String?)])
    func needlessRole(arn: String, kind: String?) {
        var set = Fixtures.Set()
        set.target = ["arn": .string("arn:aws:" + arn), "roleArn": "arn:aws:iam::123456789012:role/invoke"]
        let finding = Checks.findings(in: set.state).first { $0.code == "needless-role" }
        #expect(finding?.summary == kind.map { "\($0) in the same account needs no `roleArn`" })
    }

    @Test("a suppression needs a reason, and a check that there is")
    func badSuppression() throws {
        var set = Fixtures.Set()
        set.ignored = [IgnoredCheck(check: "catch-al", reason: "x", address: nil, place: nil)]
        let finding = try #require(Checks.findings(in: set.state).first)
        #expect(finding.code == "unknown-check" && finding.fix == "Did you mean `catch-all`?")
        set.ignored = [IgnoredCheck(check: "catch-all", reason: " ", address: nil, place: nil)]
        #expect(codes(set) == ["suppression-without-reason"])
    }
}
