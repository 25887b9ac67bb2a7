import Model
import Sandbox
import Testing

@Suite("Event patterns")
struct PatternTests {
    private func test(_ pattern: String, _ detail: Value, _ sandbox: Sandbox) async throws -> Answer {
        let event: Value = [
            "id": "1", "account": "123456789012", "source": "genesys.cloud", "time": "2025-12-12T15:04:25Z", "region": "us-east-1",
            "resources": [], "detail-type": "conversation.end", "detail": detail,
        ]
        return try await sandbox.call("events.TestEventPattern", ["EventPattern": .string(pattern), "Event": .string(event.json)])
    }

    @Test(
        "TestEventPattern knows the language",
        arguments: [
            (#"{"detail":{"queueId":["a","b"]}}"#, true), (#"{"detail":{"queueId":[{"prefix":"b"}]}}"#, true),
            (#"{"detail":{"metrics":{"handleTime":[{"numeric":[">",100]}]}}}"#, true),
            (#"{"$or":[{"source":["x"]},{"detail":{"wrapUpCode":[{"exists":false}]}}]}"#, true),
            (#"{"detail":{"queueId":[{"anything-but":"b"}]}}"#, false),
        ])
    func language(_ pattern: String, _ matches: Bool) async throws {
        try await withSandbox { sandbox in
            let answer = try await test(pattern, ["queueId": "b", "metrics": ["handleTime": 120]], sandbox)
            #expect(answer["Result"] == .bool(matches))
        }
    }

    @Test("A pattern that AWS refuses and an event that is none are refused")
    func refuses() async throws {
        try await withSandbox { sandbox in
            let pattern = try await test(#"{"detail":{"a":[{"prefix":1}]}}"#, [:], sandbox)
            #expect(pattern.type == "InvalidEventPatternException")
            let event = try await sandbox.call("events.TestEventPattern", ["EventPattern": #"{"a":["b"]}"#, "Event": "{}"])
            #expect(event.type == "ValidationException")
        }
    }
}
