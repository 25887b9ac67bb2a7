import Applying
import FoundationEssentials
import Model
import Planning
import Reporting
import TestSupport
import Testing

@Suite("A plan as a comment in a pull request")
struct MarkdownTests {
    @Test("fits, and says what it leaves out", arguments: ReportCase.all)
    func fits(_ example: ReportCase) {
        let text = example.printed(.markdown)
        #expect(text.utf8.count <= 65_536)
        #expect(text.contains("_Left out, since") == example.isLong)
    }

    @Test("leaves out the least important: no deletion before all details of creations, no error before anything")
    func importance() {
        var plan = Plans.thousand
        plan.refusals = Plans.refused.refusals
        let text = Report.plan(plan).printed(.markdown)
        let deletions = plan.changes.filter { $0.action == .delete }
        #expect(deletions.count == 200 && deletions.allSatisfy { text.contains("<code>\($0.address)</code> will be deleted") })
        for refusal in plan.refusals { #expect(text.contains("[\(refusal.code)]")) }
        #expect(!text.contains("```mermaid"))
    }

    @Test("with more than fits of everything it still fits, and no block is left open")
    func overflow() {
        var plan = Plans.thousand
        plan.diagnostics = (0..<2_000).map { number in
            Diagnostic(.error, code: "wrong", "wrong \(number): " + String(repeating: "`x", count: 3_000))
        }
        plan.refusals = plan.diagnostics
        let text = Report.plan(plan).printed(.markdown)
        #expect(text.utf8.count <= 65_536)
        #expect(text.matches(of: /<details>/).count == text.matches(of: /<\/details>/).count)
    }

    @Test("of nothing to do is one line")
    func empty() {
        let text = Report.plan(Plans.empty).printed(.markdown)
        #expect(text.hasPrefix("No changes. Genesys Cloud and AWS match the manifests. <!-- reconcile plan acme/telephony/prod "))
        #expect(text.split(separator: "\n").count == 1)
    }

    @Test("names the stack and the plan where people don't see it, so that one comment is written anew")
    func marker() throws {
        let marker = /<!-- reconcile plan acme\/telephony\/prod ([0-9a-f]{64}) -->/
        let fingerprints = try [Plans.empty, Plans.create, Plans.drift].map { plan in
            let found = try #require(Report.plan(plan).printed(.markdown).firstMatch(of: marker))
            #expect(String(found.1) == PlanDocument.fingerprint(plan))
            return found.1
        }
        #expect(Set(fingerprints).count == 3)
    }

    @Test("as GitHub renders it, names and values of others are text, whatever they hold")
    func rendered() async throws {
        for report in [Report.plan(Plans.hostileMarkup), .plan(Plans.hostile), .outcome(Outcomes.hostileMarkup)] {
            let run = try await Program.run(
                Program.tool("python"), [Project.file("Tests/ReportingTests/Reports/markdown.py")], input: report.printed(.markdown))
            #expect(run.code == 0, "\(run.messages)")
            #expect(run.output.contains("no foreign markup"))
        }
    }

    @Test("Mermaid draws every picture, and names of others are text in it, whatever they hold")
    func drawn() async throws {
        let texts = ReportCase.all.map { $0.printed(.markdown) } + [Report.plan(Plans.hostileMarkup).printed(.markdown)]
        let run = try await Program.run(
            Program.tool("python"), [Project.file("Tests/ReportingTests/Reports/mermaid.py")],
            input: String(decoding: try JSONEncoder().encode(texts), as: UTF8.self))
        #expect(run.code == 0, "\(run.messages)")
        let nodes = try JSONDecoder().decode([[String]].self, from: Data(run.output.utf8))
        for (text, nodes) in zip(texts, nodes) { #expect(nodes.isEmpty == !text.contains("```mermaid")) }
        #expect(nodes.count == texts.count)
        #expect(nodes.last?.contains { $0.hasPrefix("a|b`c``` ~~~ --> ]]> </summar") } == true, "\(nodes.last ?? [])")
    }
}
