import Model
import Reporting
import TestSupport
import Testing

@Suite struct DiagnosticsFormatTests {
    private let golden = Golden("Golden")
    private static let hostile = "a%\r\n::stop-commands::x\u{1B}[2J,b:c"

    @Test("Findings read as the golden file of each format says", arguments: DiagnosticsFormat.allCases)
    func reads(_ format: DiagnosticsFormat) throws {
        let text = format.render(DiagnosticsViewTests.findings.shuffled(), style: TextStyle())
        try golden.expect(text, "findings.\(format.rawValue)")
    }

    @Test("Where nothing is found, documents are whole and lists of lines are empty")
    func nothing() throws {
        #expect(DiagnosticsFormat.text.render([], style: TextStyle()) == "")
        #expect(DiagnosticsFormat.github.render([], style: TextStyle()) == "")
        #expect(try Value(json: DiagnosticsFormat.json.render([], style: TextStyle()))["diagnostics"] == [])
        #expect(try Value(json: DiagnosticsFormat.sarif.render([], style: TextStyle()))["runs"]?.list?.first?["results"] == [])
    }

    @Test("A workflow command stays one line, whatever the names say")
    func workflowCommand() {
        let diagnostic = Diagnostic(
            .note, code: "c", Self.hostile, place: SourceLocation(file: Self.hostile, line: 1, column: 2), fix: "50%")
        let text = DiagnosticsFormat.github.render([diagnostic], style: TextStyle())
        let name = "a%25%0D%0A%3A%3Astop-commands%3A%3Ax\\u{1b}[2J%2Cb%3Ac"
        #expect(text == "::notice file=\(name),line=1,col=2,title=c::a%25\\r\\n::stop-commands::x\\u{1b}[2J,b:c%0A50%25\n")
    }

    @Test(
        "A file is a URI reference in SARIF",
        arguments: [
            ("manifests/a b.yaml", "manifests/a%20b.yaml"), ("/srv/ä:1%.yaml", "file:///srv/%C3%A4%3A1%25.yaml"),
            ("<stdin>", "%3Cstdin%3E"), ("a\nb", "a%0Ab"),
        ])
    func uri(_ file: String, _ uri: String) throws {
        let diagnostic = Diagnostic(.error, code: "c", "s", place: SourceLocation(file: file, line: 1, column: 1))
        let log = try Value(json: DiagnosticsFormat.sarif.render([diagnostic], style: TextStyle()))
        let location = log["runs"]?.list?.first?["results"]?.list?.first?["locations"]?.list?.first?["physicalLocation"]
        #expect(location?["artifactLocation"]?["uri"] == .string(uri))
    }

    @Test("Every result of a SARIF log has its rule, its level and a message, and none is lost")
    func sarif() throws {
        let log = try Value(json: DiagnosticsFormat.sarif.render(DiagnosticsViewTests.findings, style: TextStyle()))
        let run = try #require(log["runs"]?.list?.first)
        let rules = (run["tool"]?["driver"]?["rules"]?.list ?? []).compactMap { $0["id"]?.string }
        let results = try #require(run["results"]?.list)
        #expect(log["version"] == "2.1.0" && results.count == DiagnosticsViewTests.findings.count && Set(rules).count == rules.count)
        for result in results {
            let (rule, level) = (try #require(result["ruleId"]?.string), try #require(result["level"]?.string))
            #expect(rules.contains(rule))
            #expect(["error", "warning", "note"].contains(level))
            #expect(result["message"]?["text"]?.string?.isEmpty == false)
        }
    }
}
