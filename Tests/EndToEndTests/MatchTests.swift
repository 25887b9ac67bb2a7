import Foundation
import Model
import TestSupport
import Testing

@Suite("`match` answers as EventBridge would, offline")
struct MatchTests {
    private func match(_ arguments: String...) async throws -> Run {
        try await Program.run(Program.built("reconcile"), ["match"] + arguments)
    }

    /// The answers to a file of cases, in order.
    private func answers(_ lines: String) async throws -> (run: Run, answers: [Value]) {
        try await withFolder(["cases.jsonl": lines]) { folder in
            let run = try await match("--cases", "\(folder)/cases.jsonl")
            return (run, try run.output.split(separator: "\n").map { try Value(json: String($0)) })
        }
    }

    private func matchOne(_ pattern: String, _ event: String) async throws -> Run {
        try await withFolder(["pattern.json": pattern, "event.json": event]) { folder in
            try await match("--pattern", "\(folder)/pattern.json", "--event", "\(folder)/event.json")
        }
    }

    @Test("an event that is taken")
    func taken() async throws {
        let run = try await matchOne(#"{"source": [{"prefix": "genesys"}]}"#, #"{"source": "genesys.cloud"}"#)
        #expect(run.code == 0)
        #expect(run.output == "The pattern takes the event.\n")
    }

    @Test("an event that isn't: the fields that refuse it, what they want and what is there")
    func refused() async throws {
        let run = try await matchOne(
            #"{"detail": {"queueId": ["a"], "media": ["voice"]}, "source": ["x"]}"#, #"{"detail": {"queueId": "b"}, "source": "x"}"#)
        #expect(run.code == 1)
        #expect(
            run.output == """
                The pattern doesn't take the event:
                  - detail.media is absent, the pattern wants ["voice"]
                  - detail.queueId is "b", the pattern wants ["a"]

                """)
    }

    @Test("a malformed pattern and event are both shown, with their places, and no answer is given")
    func invalid() async throws {
        let run = try await matchOne("{\n  \"source\": []\n}", "[]")
        #expect(run.code == 2)
        #expect(run.output == "")
        for text in ["pattern.json:2:13", "Empty arrays are not allowed", "event.json:1:1", "Event must be a JSON object"] {
            #expect(run.messages.contains(text), "\(run.messages)")
        }
    }

    @Test("a missing file is an error, not a mismatch")
    func missing() async throws {
        let run = try await match("--cases", "/no/such/cases.jsonl")
        #expect(run.code == 2)
        #expect(run.messages.contains("/no/such/cases.jsonl"))
    }

    @Test("one of them, or the cases, from standard input")
    func standardInput() async throws {
        func run(_ arguments: [String], input: String) async throws -> Run {
            try await Program.run(Program.built("reconcile"), ["match"] + arguments, input: input)
        }
        try await withFolder(["pattern.json": #"{"a": ["x"]}"#, "event.json": #"{"a": "x"}"#]) { folder in
            let event = try await run(["--pattern", "\(folder)/pattern.json", "--event", "-"], input: #"{"a": "y"}"#)
            #expect(event.code == 1 && event.output.contains(#"a is "y""#))
            let pattern = try await run(["--pattern", "-", "--event", "\(folder)/event.json"], input: #"{"a": []}"#)
            #expect(pattern.code == 2 && pattern.messages.contains("<stdin>:1:7"), "\(pattern.messages)")
        }
        let cases = try await run(["--cases", "-"], input: #"{"name": "n", "pattern": {"a": ["x"]}, "event": {"a": "x"}}"#)
        #expect(cases.code == 0 && cases.output.contains(#""match""#))
    }

    @Test(
        "a pair or a file of cases, never half of one or both; and standard input is one file",
        arguments: [[], ["--pattern", "p"], ["--pattern", "p", "--cases", "c"], ["--pattern", "-", "--event", "-"]])
    func usage(_ arguments: [String]) async throws {
        let run = try await Program.run(Program.built("reconcile"), ["match"] + arguments)
        #expect(run.code == 64)
    }

    @Test("cases as JSON and as JSON in strings, each answered in order")
    func cases() async throws {
        let (run, answers) = try await answers(
            #"""
            {"name": "taken", "pattern": {"a": [1]}, "event": {"a": 1.0}}
            {"name": "in strings", "pattern": "{\"a\": [\"x\"]}", "event": "{\"a\": \"x\"}"}

            {"event": {"a": ["y", null]}, "pattern": {"a": ["x"]}, "name": "refused \"so\"", "expect": "no-match"}
            {"name": "pattern", "pattern": {"a": "x"}, "event": []}
            {"name": "text", "pattern": "{", "event": {}}
            {"name": "event", "pattern": {"a": ["x"]}, "event": ["a"]}
            """# + "\r\n")
        #expect(run.code == 0 && run.messages == "")
        #expect(
            answers == [
                ["name": "taken", "result": "match", "message": ""],
                ["name": "in strings", "result": "match", "message": ""],
                ["name": "refused \"so\"", "result": "no-match", "message": "a is \"y\", null, the pattern wants [\"x\"]"],
                [
                    "name": "pattern", "result": "invalid",
                    "message": "Event pattern is not valid. Reason: \"a\" must be an object or an array",
                ],
                [
                    "name": "text", "result": "invalid",
                    "message": "Event pattern is not valid. Reason: Unexpected end of the JSON text, expected a key",
                ],
                [
                    "name": "event", "result": "invalid",
                    "message": "Event is not valid. Reason: Event must be a JSON object (line 1, column 1)",
                ],
            ])
    }

    @Test("a byte order mark and the line ends of Windows are no part of a case")
    func windows() async throws {
        let (run, answers) = try await answers("\u{FEFF}{\"name\": \"a\", \"pattern\": {\"a\": [1]}, \"event\": {\"a\": 1}}\r\n\r\n")
        #expect(run.code == 0)
        #expect(answers == [["name": "a", "result": "match", "message": ""]])
    }

    @Test("numbers keep their digits and repeated keys count, as they stand in the line")
    func verbatim() async throws {
        let (_, answers) = try await answers(
            #"""
            {"name": "digits", "pattern": {"a": [9007199254740993]}, "event": {"a": 9007199254740992}}
            {"name": "repeated", "pattern": {"a": [1]}, "event": {"a": 1, "a": 2}}
            """#)
        #expect(answers.map { $0["result"]?.string } == ["no-match", "match"])
    }

    @Test("a line that is no case is told of, and has its answer in its place as all others")
    func malformedLines() async throws {
        let (run, answers) = try await answers(
            #"""
            {"name": "first", "pattern": {"a": [1]}, "event": {"a": 1}}
            {"name": "cut", "pattern":
            {"name": "no event", "pattern": {"a": [1]}}
            {"name": 4, "pattern": {"a": [1]}, "event": {}}
            {"pattern": {"a": [1]}, "name": "deep", "event": \#(String(repeating: "[", count: 100_000))}
            {"name": "last", "pattern": {"a": [1]}, "event": {"a": 2}}
            """#)
        #expect(run.code == 2)
        #expect(answers.map { $0["name"]?.string } == ["first", "cut", "no event", nil, "deep", "last"])
        #expect(answers.map { $0["result"]?.string } == ["match", "invalid", "invalid", "invalid", "invalid", "no-match"])
        #expect(answers[2]["message"] == "The case has no \"event\" (column 1)")
        for text in ["cases.jsonl:2:", "cases.jsonl:3:1", "has no \"event\"", "cases.jsonl:4:10", "\"name\" must be a string"] {
            #expect(run.messages.contains(text), "\(run.messages)")
        }
    }

    private static let vectors = ProcessInfo.processInfo.environment["RECONCILE_CONFORMANCE"]

    @Test("every conformance case gives what AWS and event-ruler give", .enabled(if: vectors != nil))
    func conformance() async throws {
        let file = try #require(Self.vectors) + "/event-patterns.jsonl"
        let expected = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { try Value(json: String($0)) }
        let run = try await match("--cases", file)
        let answers = try run.output.split(separator: "\n").map { try Value(json: String($0)) }
        #expect(run.code == 0 && run.messages == "")
        try #require(answers.count == expected.count && !answers.isEmpty)
        for (answer, row) in zip(answers, expected) {
            #expect(answer["name"] == row["name"])
            #expect(answer["result"] == row["expect"], "\(row)")
            if let message = row["aws_message"] { #expect(answer["message"] == message) }
        }
    }
}
