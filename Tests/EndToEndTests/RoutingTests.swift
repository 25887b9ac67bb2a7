import Foundation
import TestSupport
import Testing

@Suite("Routing from the command line")
struct RoutingTests {
    private let golden = Golden("Routing", testFile: #filePath)

    /// An event as the sandbox's organization would publish it, with a person in it.
    private func event(queue: String, media: String = "VOICE") -> String {
        """
        {"version": "0", "id": "adbcfa5b-0116-4baa-b66b-a3f5902e95bf", "detail-type": "v2.detail.events.conversation.{id}.acd.end", \
        "source": "aws.partner/genesys.com/cloud/6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b/prod", "account": "123456789012", \
        "time": "2025-12-12T15:04:25Z", "region": "us-east-1", "resources": [], "detail": {"version": "2", "eventBody": \
        {"conversationId": "2f7bf00a-0fc2-4d6a-9b56-92238191433e", "mediaType": "\(media)", "ani": "tel:+4915112345678", "queueId": "\(queue)"}}}
        """
    }

    private let rule = """
        apiVersion: reconcile/v1
        kind: Rule
        metadata:
          name: calls
        spec:
          eventPattern:
            source: [aws.partner/genesys.com/cloud/6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b/prod]
            detail-type: ["v2.detail.events.conversation.{id}.acd.end"]
            detail:
              eventBody:
                mediaType: [VOICE]
          targets:
            main:
              arn: arn:aws:sqs:us-east-1:123456789012:calls
              deadLetterConfig: {arn: "arn:aws:sqs:us-east-1:123456789012:genesys-dlq"}
        """

    @Test("`test` tells of recordings which rules take them and what refuses them; EventBridge says the same")
    func test() async throws {
        try await Reconcile.withClouds { reconcile in
            let queue = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"
            let lines = [event(queue: queue), event(queue: queue, media: "CHAT")].joined(separator: "\n")
            try await withFolder(["rule.yaml": rule, "events/monday.jsonl": lines]) { folder in
                for format in ["text", "json", "junit"] {
                    let set = ["stack", "integration", "queue", "rule"].flatMap { ["-f", "manifests/partner-bus/\($0).yaml"] }
                    let run = try await reconcile.run(
                        ["test"] + set + ["-f", "\(folder)/rule.yaml", "--events", "\(folder)/events", "--output", format, "--live"])
                    #expect(run.code == 0, "\(run.messages)")
                    try golden.expect(run.output, "test.\(format)")
                }
                #expect(reconcile.calls["events.TestEventPattern"] == 6)
            }
        }
    }

    @Test(
        "`test` holds the manifests' own events against the rules, and fails at the manifest's line", arguments: ["text", "json", "junit"])
    func patternTests(format: String) async throws {
        let wrong = """
            apiVersion: reconcile/v1
            kind: PatternTest
            metadata: {name: chats-are-archived}
            spec:
              event: {topic: acd.end, set: {queueId: "${queue.partner-support.id}", mediaType: CHAT}}
              expect: {rules: [calls], consumers: ["arn:aws:sqs:us-east-1:123456789012:calls"]}
            """
        try await Reconcile.withClouds { reconcile in
            let passed = try await reconcile("test", "-f", "manifests/partner-bus", "--output", format)
            #expect(passed.code == 0, "\(passed.messages)")
            try golden.expect(passed.output, "pattern-tests-passed.\(format)")
            try await withFolder(["rule.yaml": rule, "wrong.yaml": wrong]) { folder in
                let failed = try await reconcile(
                    "test", "-f", "manifests/partner-bus", "-f", "\(folder)/rule.yaml", "-f", "\(folder)/wrong.yaml", "--output", format)
                #expect(failed.code == 1)
                try golden.expect(failed.output.replacing(folder, with: "FOLDER"), "pattern-tests-failed.\(format)")
            }
            #expect(reconcile.calls.isEmpty)
        }
    }

    @Test("EventBridge is asked about the manifests' own events as well")
    func patternTestsLive() async throws {
        try await Reconcile.withClouds { reconcile in
            let run = try await reconcile("test", "-f", "manifests/partner-bus", "--live")
            #expect(run.code == 0, "\(run.messages)")
            #expect(reconcile.calls["events.TestEventPattern"] == 2)
        }
    }

    @Test("what names a rule or a field that isn't there is an error at its line, and an empty test is no success")
    func wrongPatternTests() async throws {
        let tests = """
            apiVersion: reconcile/v1
            kind: PatternTest
            metadata: {name: misspelt}
            spec:
              event: {topic: acd.end, set: {queueID: x}}
              expect: {rules: [partner-suport-ended]}
            """
        try await withFolder([
            "test.yaml": tests, "field.yaml": tests.replacing("suport", with: "support"), "stack.yaml": Reconcile.stack("empty"),
        ]) {
            folder in
            let program = Program.built("reconcile")
            let set = ["-f", Reconcile.project.appending(path: "manifests/partner-bus").path, "-f"]
            let rule = try await Program.run(program, ["test"] + set + ["\(folder)/test.yaml"])
            #expect(rule.code == 1 && rule.messages.contains("test.yaml:6:20"), "\(rule.messages)")
            #expect(rule.messages.contains("Did you mean `partner-support-ended`?"))
            let field = try await Program.run(program, ["validate"] + set + ["\(folder)/field.yaml"])
            #expect(field.code == 1 && field.messages.contains("field.yaml:5:33"), "\(field.messages)")
            #expect(field.messages.contains("Did you mean `queueId`?"))
            let empty = try await Program.run(program, ["test", "-f", "\(folder)/stack.yaml"])
            #expect(empty.code == 1 && empty.messages.contains("nothing-to-test"), "\(empty.messages)")
        }
    }

    @Test("`trace` follows the chain, from manifests and against the clouds; a broken link is exit code 1")
    func trace() async throws {
        try await Reconcile.withClouds { reconcile in
            let arguments = ["trace", "-f", "manifests/partner-bus", "--queue", "partner-support", "--event"]
            let declared = try await reconcile.run(arguments + ["acd.end"])
            #expect(declared.code == 0, "\(declared.messages)")
            try golden.expect(declared.output, "trace-declared.txt")

            let broken = try await reconcile.run(arguments + ["customer.end"])
            #expect(broken.code == 1)
            try golden.expect(broken.output, "trace-broken.txt")

            #expect(try await reconcile.run(arguments + ["acd.end", "--live", "--quiet"]).code == 1)
            let applied = try await reconcile("apply", "-f", "manifests/partner-bus", "--auto-approve", "--quiet")
            #expect(applied.code == 0, "\(applied.messages)")
            let live = try await reconcile.run(arguments + ["acd.end", "--live", "--quiet"])
            #expect(live.code == 0, "\(live.output) \(live.messages)")
            // Ids are given in the order in which requests arrive.
            try golden.expect(live.output.replacing(#/00000000-0000-4000-8000-[0-9a-f]{12}/#, with: "<id>"), "trace-live.txt")
        }
    }

    @Test("`matrix` shows who gets what, and what is delivered twice")
    func matrix() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder([
                "rule.yaml": rule.replacing(
                    "sqs:us-east-1:123456789012:calls", with: "lambda:us-east-1:123456789012:function:ProcessGenesysEndEvents")
            ]) { folder in
                let run = try await reconcile("matrix", "-f", "manifests/partner-bus", "-f", "\(folder)/rule.yaml")
                #expect(run.code == 0, "\(run.messages)")
                try golden.expect(run.output, "matrix.txt")
            }
        }
    }

    @Test("`events scrub` writes events without people, which meet the same rules")
    func scrub() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["a/monday.json": event(queue: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed")]) { folder in
                let run = try await reconcile("events", "scrub", "\(folder)/a", "--out", "\(folder)/b")
                #expect(run.code == 0, "\(run.messages)")
                let text = try String(contentsOf: URL(filePath: "\(folder)/b/monday.json"), encoding: .utf8)
                #expect(text.contains("tel:+15550000001") && !text.contains("4915112345678"))
                #expect(text.contains("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"))
            }
        }
    }

    @Test("`validate` points at the line of the pattern's field, and heeds a suppression")
    func validate() async throws {
        try await Reconcile.withClouds { reconcile in
            let wrong = rule.replacing("mediaType: [VOICE]", with: "mediaType: [voice]")
            let accepted = wrong.replacing(
                "  name: calls\n", with: "  name: calls\n  annotations:\n    ignore-check.reconcile/value-never-occurs: a trial\n")
            try await withFolder(["wrong.yaml": wrong, "accepted.yaml": accepted]) { folder in
                let run = try await reconcile("validate", "-f", "manifests/partner-bus", "-f", "\(folder)/wrong.yaml", "--color", "never")
                #expect(run.code == 1)
                #expect(run.messages.contains("wrong.yaml:11:9"), "\(run.messages)")
                #expect(run.messages.contains("Write `VOICE`."))
                let heeded = try await reconcile("validate", "-f", "manifests/partner-bus", "-f", "\(folder)/accepted.yaml")
                #expect(heeded.code == 0, "\(heeded.messages)")
            }
        }
    }
}
