import Foundation
import Model
import Planning
import Reporting
import TestSupport
import Testing

@Suite("The published schemas of plans and outcomes")
struct SchemaTests {
    private static let schemas = ["plan", "outcome"].map { Project.file("docs/reference/\($0).schema.json") }
    private static let examples =
        ReportCase.all + [
            ReportCase(name: "typical", report: .plan(Plans.typical)), ReportCase(name: "refused", report: .plan(Plans.refused)),
            ReportCase(name: "unreadable", report: .plan(Plans.unreadable)), ReportCase(name: "partial", report: .plan(Plans.partial)),
            ReportCase(name: "markup", report: .plan(Plans.hostileMarkup)), ReportCase(name: "failed", report: .outcome(Outcomes.failed)),
            ReportCase(name: "converged", report: .outcome(Outcomes.converged)),
            ReportCase(name: "not-converged", report: .outcome(Outcomes.notConverged)),
            ReportCase(name: "obstacles", report: .outcome(Outcomes.refused)),
            ReportCase(name: "guarded", report: .outcome(Outcomes.guarded)),
        ]

    @Test("are schemas", arguments: schemas)
    func metaschema(_ schema: String) async throws {
        let run = try await Program.run(Program.tool("check-jsonschema"), ["--check-metaschema", schema])
        #expect(run.code == 0, "\(run.output)")
    }

    @Test("take every plan and outcome, and describe every member of them")
    func documents() async throws {
        try await withFiles { files in
            let files = files + ["001-tutorial", "002-partner-bus"].map { Project.file("Tests/EndToEndTests/Scenarios/\($0)/plan.json") }
            let script = Project.file("Tests/ReportingTests/Reports/schemas.py")
            let run = try await Program.run(Program.tool("python"), [script, Project.file("docs/reference")] + files)
            #expect(run.code == 0 && run.output == "\(files.count * 2)\n", "\(run.messages)")
        }
    }

    @Test("are taken by check-jsonschema as they are published")
    func published() async throws {
        try await withFiles { files in
            let plans = files.filter { $0.hasSuffix(".plan.json") }
            let run = try await Program.run(Program.tool("check-jsonschema"), ["--schemafile", Self.schemas[0]] + plans)
            #expect(run.code == 0, "\(run.output)")
        }
    }

    @Test("refuse what is no plan", arguments: [#"{"format_version": "2.0"}"#, #""resource_changes": [{"address": 1}]"#, "[]"])
    func refused(_ text: String) async throws {
        let document = text.hasPrefix("\"") ? "{\(text)}" : text
        let run = try await Program.run(Program.tool("check-jsonschema"), ["--schemafile", Self.schemas[0], "-"], input: document)
        #expect(run.code == 1, "\(run.output)")
    }

    @Test("a policy in Rego decides over plans as the guide says")
    func policy() async throws {
        let script = """
            import json, sys, regopy
            policy, *plans = sys.argv[1:]
            for plan in plans:
                rego = regopy.Interpreter()
                rego.add_module("plan.rego", open(policy).read())
                rego.set_input(json.load(open(plan)))
                found = json.loads(str(rego.query("data.reconcile.deny")))["expressions"][0]
                print(plan.split("/")[-1].split(".")[0], len(found), *sorted(found), sep=" | ")
            """
        try await withFiles { files in
            let plans = files.filter { file in
                ["create", "typical", "queue-goes", "no-queue"].contains { file.hasSuffix("/\($0).plan.json") }
            }
            let run = try await Program.run(Program.tool("python"), ["-c", script, Project.file("docs/guides/policies/plan.rego")] + plans)
            #expect(run.code == 0, "\(run.messages)")
            let lines = run.output.split(separator: "\n").sorted()
            #expect(lines.count == 4)
            #expect(lines.first { $0.hasPrefix("create") } == "create | 0")
            #expect(lines.first { $0.hasPrefix("typical") } == "typical | 0")
            #expect(
                lines.first { $0.hasPrefix("queue-goes") } == "queue-goes | 1 | Queue/support would be deleted: queues are deleted by hand")
            #expect(
                lines.first { $0.hasPrefix("no-queue") }
                    == "no-queue | 1 | Target/support-ended/LambdaTarget has no dead-letter queue")
        }
    }

    /// Every example as a file: `NAME.plan.json` or `NAME.outcome.json`.
    private func withFiles(_ body: ([String]) async throws -> Void) async throws {
        var queueGoes = Plans.empty
        var targetIsOpen = Plans.create
        for index in queueGoes.changes.indices where queueGoes.changes[index].address.kind == .queue {
            queueGoes.changes[index].action = .delete
            queueGoes.changes[index].after = nil
        }
        for index in targetIsOpen.changes.indices { targetIsOpen.changes[index].after?["deadLetterConfig"] = nil }
        let examples =
            Self.examples + [
                ReportCase(name: "queue-goes", report: .plan(queueGoes)), ReportCase(name: "no-queue", report: .plan(targetIsOpen)),
            ]
        let folder = FileManager.default.temporaryDirectory.appending(path: "reconcile-schemas-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try examples.map { example in
            let kind = if case .outcome = example.report { "outcome" } else { "plan" }
            let file = folder.appending(path: "\(example.name).\(kind).json")
            try example.printed(.json).write(to: file, atomically: true, encoding: .utf8)
            return file.path
        }
        try await body(files)
    }
}
