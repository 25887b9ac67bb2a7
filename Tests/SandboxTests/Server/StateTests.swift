import Foundation
import Model
import Sandbox
import Testing

@Suite("State")
struct StateTests {
    @Test("A state file carries everything over to the next run")
    func file() async throws {
        let file = URL.temporaryDirectory.appending(path: "sandbox-state-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let configuration = SandboxConfiguration.test { $0.stateFile = file.path }
        var saved = Value.null
        try await withSandbox(configuration) { sandbox in
            let token = try await sandbox.token()
            _ = try await sandbox.makeIntegration(token: token)
            _ = try await sandbox.genesys("POST", "/api/v2/routing/queues", ["name": "Care"], token: token)
            _ = try await sandbox.putRule("r", ["Tags": [["Key": "a", "Value": "b"]]])
            saved = try await sandbox.state()
        }
        try await withSandbox(configuration) { sandbox in
            let loaded = try await sandbox.state()
            #expect(loaded == saved)
            #expect(try await sandbox.describeRule("r").status == 200)
            #expect(try await sandbox.sourceState() == "PENDING")
        }
    }

    @Test("A merge patch changes what is live, over HTTP as in-process")
    func merge() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            let patch: Value = ["aws": ["eventBuses": ["default": ["rules": ["r": ["state": "DISABLED", "description": "by hand"]]]]]]
            #expect(try await sandbox.send("POST", "/_sandbox/state", body: patch.json).status == 200)
            let rule = try await sandbox.describeRule("r")
            #expect(rule["State"] == "DISABLED")
            #expect(rule["Description"] == "by hand")
            try await sandbox.merge(["aws": ["eventBuses": ["default": ["rules": ["r": .null]]]]])
            #expect(try await sandbox.describeRule("r").status == 400)
        }
    }

    @Test("A patch that breaks the state's shape says where, and changes nothing")
    func badMerge() async throws {
        try await withSandbox { sandbox in
            let before = try await sandbox.state()
            let patch: Value = ["aws": ["eventBuses": ["default": ["rules": ["r": ["state": "ENABLED"]]]]]]
            let answer = try await sandbox.send("POST", "/_sandbox/state", body: patch.json)
            #expect(answer.status == 400)
            #expect(answer.message?.contains("aws.eventBuses.default.rules.r") == true)
            #expect(try await sandbox.state() == before)
        }
    }

    @Test("An operation that fails changes nothing")
    func failedOperation() async throws {
        try await withSandbox { sandbox in
            _ = try await sandbox.putRule("r")
            let before = try await sandbox.state()
            let entries = (0..<6).map { ["Id": .string("t\($0)"), "Arn": "arn:aws:sqs:us-east-1:123456789012:ended"] as Value }
            #expect(try await sandbox.call("events.PutTargets", ["Rule": "r", "Targets": .list(entries)]).status == 400)
            #expect(try await sandbox.state() == before)
        }
    }

    @Test("With a list delay, what is new is read by name before lists have it")
    func listDelay() async throws {
        let clock = TestClock()
        try await withSandbox(.test(clock: clock) { $0.listDelay = 5 }) { sandbox in
            let token = try await sandbox.token()
            _ = try await sandbox.genesys("POST", "/api/v2/routing/queues", ["name": "Care"], token: token)
            _ = try await sandbox.putRule("r", ["Tags": [["Key": "a", "Value": "b"]]])
            func listed() async throws -> [Int?] {
                [
                    try await sandbox.genesys("GET", "/api/v2/routing/queues", token: token)["total"]?.integer,
                    try await sandbox.call("events.ListRules")["Rules"]?.list?.count,
                    try await sandbox.call("tagging.GetResources")["ResourceTagMappingList"]?.list?.count,
                    try await sandbox.call("events.ListTargetsByRule", ["Rule": "r"]).status,
                ]
            }
            #expect(try await sandbox.describeRule("r").status == 200)
            #expect(try await listed() == [1, 0, 0, 400])
            clock.advance(by: 5)
            #expect(try await listed() == [2, 1, 1, 200])
        }
    }
}
