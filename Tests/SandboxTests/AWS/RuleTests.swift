import Model
import Sandbox
import Testing

@Suite("EventBridge's rules")
struct RuleTests {
    @Test("PutRule replaces: what it leaves out is cleared, and a missing state means ENABLED")
    func replaces() async throws {
        try await withSandbox { sandbox in
            let role: Value = "arn:aws:iam::123456789012:role/x"
            _ = try await sandbox.putRule("r", ["Description": "old", "RoleArn": role, "State": "DISABLED"])
            #expect(try await sandbox.describeRule("r")["Description"] == "old")

            _ = try await sandbox.putRule("r")
            let rule = try await sandbox.describeRule("r")
            #expect(rule["Description"] == nil)
            #expect(rule["RoleArn"] == nil)
            #expect(rule["State"] == "ENABLED")
        }
    }

    @Test("Targets and tags survive an update, and the tags of an update are ignored")
    func keepsTargetsAndTags() async throws {
        try await withSandbox { sandbox in
            let made = try await sandbox.putRule("r", ["Tags": [["Key": "a", "Value": "1"]]])
            try await sandbox.call(
                "events.PutTargets",
                ["Rule": "r", "Targets": [["Id": "t", "Arn": "arn:aws:sqs:us-east-1:123456789012:ended"]]])
            _ = try await sandbox.putRule("r", ["Tags": [["Key": "a", "Value": "2"], ["Key": "b", "Value": "2"]]])

            let tags = try await sandbox.call("events.ListTagsForResource", ["ResourceARN": made["RuleArn"] ?? .null])
            #expect(tags["Tags"] == [["Key": "a", "Value": "1"]])
            let targets = try await sandbox.call("events.ListTargetsByRule", ["Rule": "r"])
            #expect(targets["Targets"]?.list?.count == 1)
        }
    }

    @Test("A rule with targets can't be deleted; a missing one can")
    func deletes() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            try await sandbox.call(
                "events.PutTargets",
                ["Rule": "r", "Targets": [["Id": "t", "Arn": "arn:aws:sqs:us-east-1:123456789012:ended"]]])
            let refused = try await sandbox.call("events.DeleteRule", ["Name": "r"])
            #expect(refused.status == 400)
            #expect(refused.type == "ValidationException")
            #expect(refused.message == "Rule can't be deleted since it has targets.")

            try await sandbox.call("events.RemoveTargets", ["Rule": "r", "Ids": ["t"]])
            #expect(try await sandbox.call("events.DeleteRule", ["Name": "r"]).status == 200)
            #expect(try await sandbox.describeRule("r").type == "ResourceNotFoundException")
            #expect(try await sandbox.call("events.DeleteRule", ["Name": "r"]).status == 200)
        }
    }

    @Test(
        "A rule that an AWS service made can't be changed",
        arguments: [
            ("events.PutRule", ["Name": "theirs", "EventPattern": #"{"a":["b"]}"#]),
            ("events.DeleteRule", ["Name": "theirs"]),
            ("events.DisableRule", ["Name": "theirs"]),
            ("events.PutTargets", ["Rule": "theirs", "Targets": [["Id": "t", "Arn": "arn:aws:sqs:us-east-1:123456789012:ended"]]]),
            ("events.RemoveTargets", ["Rule": "theirs", "Ids": ["t"]]),
            (
                "events.TagResource",
                [
                    "ResourceARN": "arn:aws:events:us-east-1:123456789012:rule/theirs", "Tags": [["Key": "a", "Value": "b"]],
                ]
            ),
        ] as [(String, Value)])
    func managed(_ operation: String, _ input: Value) async throws {
        try await withSandbox { sandbox in
            let rule: Value = [
                "state": "ENABLED", "eventPattern": #"{"source":["x"]}"#, "managedBy": "autoscaling.amazonaws.com", "tags": [:],
                "targets": [:],
            ]
            try await sandbox.merge(["aws": ["eventBuses": ["default": ["rules": ["theirs": rule]]]]])
            #expect(try await sandbox.call(operation, input).type == "ManagedRuleException")
            #expect(try await sandbox.describeRule("theirs")["ManagedBy"] == "autoscaling.amazonaws.com")
        }
    }

    @Test("A rule needs a pattern or a schedule, and schedules live on the default bus alone")
    func triggers() async throws {
        try await withSandbox { sandbox in
            let bare = try await sandbox.call("events.PutRule", ["Name": "r"])
            #expect(bare.message == "Parameter(s) EventPattern or ScheduleExpression must be specified.")
            try await sandbox.call("events.CreateEventBus", ["Name": "own"])
            let schedule: Value = ["Name": "r", "EventBusName": "own", "ScheduleExpression": "rate(5 minutes)"]
            let refused = try await sandbox.call("events.PutRule", schedule)
            #expect(refused.message == "ScheduleExpression is supported only on the default event bus.")
            #expect(try await sandbox.call("events.PutRule", ["Name": "r", "ScheduleExpression": "rate(5 minutes)"]).status == 200)
        }
    }

    @Test("Broken constraints come all in one message, as AWS words them")
    func constraints() async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.putRule("a b", ["State": "ON"])
            #expect(answer.type == "ValidationException")
            #expect(
                answer.message == "2 validation errors detected: "
                    + #"Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+; "#
                    + "Value 'ON' at 'state' failed to satisfy constraint: Member must satisfy enum value set: "
                    + "[ENABLED, DISABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]")
            let missing = try await sandbox.call("events.DescribeRule")
            #expect(
                missing.message
                    == "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")
            let long = try await sandbox.putRule(String(repeating: "x", count: 65))
            #expect(
                long.message?.hasSuffix("at 'name' failed to satisfy constraint: Member must have length less than or equal to 64") == true)
        }
    }

    @Test("A malformed pattern is refused", arguments: ["{", "[]", #"{"a":"b"}"#, #"{"a":[]}"#])
    func malformedPattern(_ pattern: String) async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.putRule("r", ["EventPattern": .string(pattern)])
            #expect(answer.type == "InvalidEventPatternException")
            #expect(answer.message?.hasPrefix("Event pattern is not valid. Reason: ") == true)
        }
    }

    @Test("A bus that doesn't exist is said to be missing", arguments: ["events.ListRules", "events.DescribeRule", "events.DeleteRule"])
    func missingBus(_ operation: String) async throws {
        try await withSandbox { sandbox in
            let answer = try await sandbox.call(operation, ["Name": "r", "EventBusName": "nowhere"])
            #expect(answer.type == "ResourceNotFoundException")
            #expect(answer.message == "Event bus nowhere does not exist.")
        }
    }

    @Test("A bus holds as many rules as its quota says; an update is no new rule")
    func quota() async throws {
        try await withSandbox(.test { $0.rulesPerBus = 1 }) { sandbox in
            _ = try await sandbox.putRule("a")
            #expect(try await sandbox.putRule("a").status == 200)
            #expect(try await sandbox.putRule("b").type == "LimitExceededException")
        }
    }

    @Test("ListRules gives pages, sorted and by prefix, and finds a bus by its ARN")
    func pages() async throws {
        try await withSandbox { sandbox in
            for name in ["x-3", "x-1", "y-1", "x-2"] { _ = try await sandbox.putRule(name) }
            var names: [String] = []
            var token: Value?
            var calls = 0
            repeat {
                var input: [String: Value] = [
                    "NamePrefix": "x-", "Limit": 2, "EventBusName": "arn:aws:events:us-east-1:123456789012:event-bus/default",
                ]
                input["NextToken"] = token
                let page = try await sandbox.call("events.ListRules", .map(input))
                names += page["Rules"]?.list?.compactMap { $0["Name"]?.string } ?? []
                token = page["NextToken"]
                calls += 1
            } while token != nil
            #expect(names == ["x-1", "x-2", "x-3"])
            #expect(calls == 2)
            #expect(try await sandbox.call("events.ListRules", ["NextToken": "?"]).type == "ValidationException")
        }
    }

    @Test("Rules can be enabled and disabled")
    func states() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            try await sandbox.call("events.DisableRule", ["Name": "r"])
            #expect(try await sandbox.describeRule("r")["State"] == "DISABLED")
            try await sandbox.call("events.EnableRule", ["Name": "r"])
            #expect(try await sandbox.describeRule("r")["State"] == "ENABLED")
        }
    }
}
