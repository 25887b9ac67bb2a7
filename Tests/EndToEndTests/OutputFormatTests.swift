import Foundation
import Model
import TestSupport
import Testing

@Suite("plan and apply print every format")
struct OutputFormatTests {
    private static let formats = ["text", "json", "jsonl", "markdown", "html", "github", "gitlab", "junit", "sarif"]
    private let set = ["-f", "manifests/partner-bus"]

    @Test("of a plan, on stdout alone; the exit codes are those of the text", arguments: formats)
    func plan(_ format: String) async throws {
        try await Reconcile.withClouds { reconcile in
            let run = try await reconcile.run(["plan", "--quiet", "--detailed-exitcode", "--output", format] + set)
            #expect(run.code == 2 && run.messages == "")
            switch format {
            case "json", "sarif": #expect(throws: Never.self) { try Value(json: run.output) }
            case "gitlab": #expect(try Value(json: run.output)["create"]?.integer ?? 0 > 0)
            case "jsonl": #expect(try records(run).last?["type"] == "change_summary")
            case "markdown": #expect(run.output.hasPrefix("<!-- reconcile plan "))
            case "html": #expect(run.output.hasPrefix("<!doctype html>"))
            case "github": #expect(run.output.contains("::notice file=manifests/partner-bus/"))
            case "junit": #expect(run.output.hasPrefix("<?xml"))
            default: #expect(run.output.contains("Plan:"))
            }
        }
    }

    @Test("of an apply, with what became of it", arguments: formats)
    func apply(_ format: String) async throws {
        try await Reconcile.withClouds { reconcile in
            let run = try await reconcile.run(["apply", "--quiet", "--auto-approve", "--output", format] + set)
            #expect(run.code == 0 && run.messages == "", "\(run.messages)")
            switch format {
            case "json":
                let outcome = try Value(json: run.output)
                #expect(outcome["status"] == "converged" && outcome["remaining"]?["format_version"] == "1.0")
                let results = Set(outcome["results"]?.list?.compactMap { $0["result"]?.string } ?? [])
                #expect(results == ["done"])
            case "jsonl":
                let types = try records(run).compactMap { $0["type"]?.string }
                #expect(types.first == "version" && types.last == "change_summary")
                for type in ["observe_progress", "planned_change", "apply_start", "apply_complete", "verify_start"] {
                    #expect(types.contains(type), "\(type)")
                }
            case "markdown": #expect(run.output.contains("Apply complete") && run.output.contains("→ done"))
            case "junit": #expect(run.output.contains("failures=\"0\"") && run.output.contains("<system-out>created"))
            default: #expect(!run.output.isEmpty || format == "github")
            }
            let again = try await reconcile.run(["apply", "--quiet", "--auto-approve", "--output", format] + set)
            #expect(again.code == 0)
        }
    }

    @Test("of manifests that are wrong: findings for programs on stdout, for people on stderr", arguments: formats)
    func wrong(_ format: String) async throws {
        try await withFolder(["queue.yaml": "apiVersion: reconcile/v1\nkind: Queue\nmetadata: {name: care}\nspec: {nmae: Care}\n"]) {
            folder in
            let run = try await Program.run(
                Program.built("reconcile"), ["plan", "-f", "queue.yaml", "--output", format], in: folder)
            #expect(run.code == 1 && run.messages.contains("unknown key `nmae`"))
            if ["text", "gitlab"].contains(format) {
                #expect(run.output == "")
            } else {
                #expect(run.output.contains("nmae"))
            }
        }
    }

    @Test("GitHub's page of the run gets the plan too, after what others wrote there")
    func stepSummary() async throws {
        try await Reconcile.withClouds { reconcile in
            try await withFolder(["summary.md": "before\n"]) { folder in
                let path = "\(folder)/summary.md"
                let pipeline = reconcile.with(["GITHUB_STEP_SUMMARY": path])
                let run = try await pipeline.run(["plan", "--quiet", "--output", "github"] + set)
                let summary = try String(contentsOfFile: path, encoding: .utf8)
                #expect(run.code == 0 && summary.hasPrefix("before\n<!-- reconcile plan ") && summary.contains("| AWS |"))
                _ = try await pipeline.run(["plan", "--quiet", "--output", "text"] + set)
                #expect(try String(contentsOfFile: path, encoding: .utf8) == summary)
                let failing = reconcile.with(["GITHUB_STEP_SUMMARY": "\(folder)/no/such"])
                let warned = try await failing.run(["plan", "--quiet", "--output", "github"] + set)
                #expect(warned.code == 0 && warned.messages.contains("can't write"))
            }
        }
    }

    @Test("of many stacks: one after the other, where the format has a place for that")
    func stacks() async throws {
        try await Reconcile.withClouds { reconcile in
            let arguments = ["plan", "--quiet", "--stacks", "manifests/partner-bus", "manifests/tutorial", "--output"]
            let stream = try await reconcile.run(arguments + ["jsonl"])
            #expect(stream.code == 0, "\(stream.messages)")
            #expect(try records(stream).count { $0["type"] == "version" } == 2)
            let log = try await reconcile.run(arguments + ["sarif"])
            #expect(log.code == 64 && log.messages.contains("is of one stack"))
        }
    }

    private func records(_ run: Run) throws -> [Value] { try run.output.split(separator: "\n").map { try Value(json: String($0)) } }
}
