import Model
import Sandbox
import Testing

@Suite("EventBridge's targets")
struct TargetTests {
    private func target(_ id: String, _ more: [String: Value] = [:]) -> Value {
        .map(["Id": .string(id), "Arn": "arn:aws:sqs:us-east-1:123456789012:ended"].merging(more) { $1 })
    }

    private func put(_ targets: [Value], _ sandbox: Sandbox) async throws -> Answer {
        try await sandbox.call("events.PutTargets", ["Rule": "r", "Targets": .list(targets)])
    }

    private func live(_ sandbox: Sandbox) async throws -> [Value] {
        try await sandbox.call("events.ListTargetsByRule", ["Rule": "r"])["Targets"]?.list ?? []
    }

    @Test("PutTargets adds and replaces by Id, whole")
    func upserts() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            let done = try await put([target("a", ["Input": "{}"]), target("b")], sandbox)
            #expect(done.value == ["FailedEntryCount": 0, "FailedEntries": []])
            _ = try await put([target("a")], sandbox)
            #expect(try await live(sandbox) == [target("a"), target("b")])
        }
    }

    @Test("A sixth target fails the whole call")
    func fivePerRule() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            _ = try await put((1...4).map { target("t\($0)") }, sandbox)
            let refused = try await put([target("t5"), target("t6")], sandbox)
            #expect(refused.type == "LimitExceededException")
            #expect(try await live(sandbox).count == 4)
        }
    }

    @Test("Ten entries are taken at once, eleven are not", arguments: ["events.PutTargets", "events.RemoveTargets"])
    func tenPerCall(_ operation: String) async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            func input(_ count: Int) -> Value {
                [
                    "Rule": "r", "Targets": .list((0..<count).map { _ in target("same") }),
                    "Ids": .list((0..<count).map { .string("t\($0)") }),
                ]
            }
            #expect(try await sandbox.call(operation, input(10)).status == 200)
            let refused = try await sandbox.call(operation, input(11))
            #expect(refused.message?.hasSuffix("Member must have length less than or equal to 10") == true)
        }
    }

    @Test("A bad entry fails alone, in a 200")
    func failedEntries() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            let bad: [Value] = [
                ["Id": "arn", "Arn": "nowhere"],
                target("two-inputs", ["Input": "{}", "InputPath": "$.detail"]),
                target("input", ["Input": "{"]),
                ["Id": "fifo", "Arn": "arn:aws:sqs:us-east-1:123456789012:q.fifo"],
                ["Id": "role", "Arn": "arn:aws:states:us-east-1:123456789012:stateMachine:m"],
                ["Id": "elsewhere", "Arn": "arn:aws:lambda:us-east-1:999999999999:function:f"],
            ]
            let answer = try await put(bad + [target("good")], sandbox)
            #expect(answer.status == 200)
            #expect(answer["FailedEntryCount"] == 6)
            let failed = answer["FailedEntries"]?.list ?? []
            #expect(failed.compactMap { $0["TargetId"]?.string } == ["arn", "two-inputs", "input", "fifo", "role", "elsewhere"])
            #expect(failed.allSatisfy { $0["ErrorCode"] == "ValidationException" && $0["ErrorMessage"]?.string?.isEmpty == false })
            #expect(try await live(sandbox) == [target("good")])
        }
    }

    @Test("A broken constraint fails the whole call and names the entry")
    func constraints() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            let answer = try await put([target("good"), target("b d", ["RetryPolicy": ["MaximumRetryAttempts": 186]])], sandbox)
            #expect(answer.type == "ValidationException")
            #expect(answer.message?.contains("Value 'b d' at 'targets.2.member.id' failed") == true)
            #expect(answer.message?.contains("Value '186' at 'targets.2.member.retryPolicy.maximumRetryAttempts' failed") == true)
            #expect(try await live(sandbox).isEmpty)
        }
    }

    @Test("Removing what isn't there is a failed entry; the others go")
    func removes() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            _ = try await put([target("a")], sandbox)
            let answer = try await sandbox.call("events.RemoveTargets", ["Rule": "r", "Ids": ["a", "b"]])
            #expect(answer["FailedEntryCount"] == 1)
            #expect(answer["FailedEntries"]?.list?.first?["TargetId"] == "b")
            #expect(try await live(sandbox).isEmpty)
        }
    }

    @Test("A put without a role leaves the role of a bus target")
    func keepsBusRole() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            let bus: [String: Value] = ["Id": "b", "Arn": "arn:aws:events:us-east-1:123456789012:event-bus/other"]
            let role: Value = "arn:aws:iam::123456789012:role/x"
            _ = try await put([.map(bus.merging(["RoleArn": role]) { $1 })], sandbox)
            _ = try await put([.map(bus)], sandbox)
            #expect(try await live(sandbox).first?["RoleArn"] == role)
        }
    }

    @Test("A rule is found by the ARN of its target")
    func namesByTarget() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            _ = try await sandbox.putRule("other")
            _ = try await put([target("a")], sandbox)
            let answer = try await sandbox.call(
                "events.ListRuleNamesByTarget", ["TargetArn": "arn:aws:sqs:us-east-1:123456789012:ended"])
            #expect(answer["RuleNames"] == ["r"])
        }
    }

    @Test("An event is kept for each target of each enabled rule that it matches")
    func deliveries() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            _ = try await put([target("a"), target("b")], sandbox)
            _ = try await sandbox.putRule("off", ["State": "DISABLED"])
            let entry: Value = ["Source": "genesys.cloud", "DetailType": "conversation.end", "Detail": #"{"queueId":"q"}"#]
            let answer = try await sandbox.call(
                "events.PutEvents", ["Entries": [entry, ["Source": "other", "DetailType": "x", "Detail": "{}"], ["Source": "x"]]])
            #expect(answer["FailedEntryCount"] == 1)
            let deliveries = try await sandbox.state()["aws"]?["deliveries"]?.list ?? []
            #expect(deliveries.compactMap { $0["targetID"]?.string } == ["a", "b"])
            #expect(deliveries.first?["event"]?["detail"] == ["queueId": "q"])
        }
    }
}
