import Foundation
import Model
import Planning
import Reporting
import TestSupport
import Testing

/// Pages in a real browser, one at a time: each takes a core for seconds.
@Suite("A plan as a page", .serialized)
struct HTMLPageTests {
    /// Tiny, typical and large ones, what an apply leaves, findings alone, and what tries to be markup.
    static let pages: [ReportCase] =
        ReportCase.all.filter { ["empty", "unknowns", "partly-applied", "thousand"].contains($0.name) } + [
            ReportCase(name: "refused", report: .plan(Plans.refused)), ReportCase(name: "typical", report: .plan(Plans.typical)),
            ReportCase(name: "markup", report: .plan(Plans.hostileMarkup)),
            ReportCase(name: "failed-markup", report: .outcome(Outcomes.hostileMarkup)),
            ReportCase(name: "obstacles", report: .obstacles(DiagnosticsViewTests.findings)),
        ]

    @Test(
        "in Chromium: filters, search, keys and the picture work, nothing is loaded, the console is silent, axe finds nothing serious",
        arguments: pages)
    func works(_ example: ReportCase) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "reconcile-page-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appending(path: "page.html")
        try example.printed(.html).write(to: page, atomically: true, encoding: .utf8)
        let run = try await Program.run(
            Program.tool("python"), [Project.file("Tests/ReportingTests/Reports/page.py"), page.path],
            environment: ["HOME": folder.path, "TMPDIR": folder.path])
        #expect(run.code == 0, "\(run.messages)")
        let result = try Value(json: run.output)
        #expect(result["changes"]?.integer == example.report.plan?.changes.count ?? 0)
        #expect(result["rules passed"]?.integer ?? 0 > 20)
    }

    @Test("has each element that it opens closed, and ids once", arguments: ReportCase.all + pages)
    func wellFormed(_ example: ReportCase) {
        let page = example.printed(.html)
        let body = page.replacing(/<(style|script)>.*?<\/\1>/.dotMatchesNewlines(), with: "")
        for tag in ["details", "summary", "table", "tr", "td", "section", "g", "ul", "li", "div", "p", "ins", "del", "code"] {
            let opened = body.ranges(of: "<\(tag)>").count + body.ranges(of: "<\(tag) ").count
            #expect(opened == body.ranges(of: "</\(tag)>").count, "\(tag)")
        }
        let ids = body.matches(of: #/ id="([^"]*)"/#).map { $0.1 }
        #expect(Set(ids).count == ids.count)
    }

    @Test("allows no script and no style but its own")
    func policy() throws {
        let page = Report.plan(Plans.create).printed(.html)
        #expect(page.contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-"))
        #expect(!page.contains("unsafe-inline") && !page.contains("http://") && !page.contains("https://") && !page.contains(" style="))
    }
}
