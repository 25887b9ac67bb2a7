import Foundation
import TestSupport
import Testing

@Suite("The documents tell the truth")
struct DocumentTests {
    private func document(_ path: String) throws -> String {
        try String(contentsOf: Reconcile.project.appending(path: path), encoding: .utf8)
    }

    @Test("the README shows the plan that is printed")
    func plan() throws {
        let plan = try document("Tests/EndToEndTests/Scenarios/002-partner-bus/plan.txt")
        #expect(try document("README.md").contains("```text\n\(plan)```"))
    }

    @Test(
        "every command line of the documents is one that the programs take",
        arguments: [
            "README.md", "docs/guides/getting-started.md", "docs/guides/ownership.md", "docs/guides/manifests.md", "docs/guides/sandbox.md",
            "docs/guides/unattended.md", "docs/guides/routing.md", "docs/guides/network.md", "docs/guides/permissions.md",
            "docs/guides/reading-plans.md", "docs/guides/policies.md", "docs/guides/github-actions.md", "docs/guides/gitlab-ci.md",
            "docs/reference/plan.md",
        ])
    func commands(path: String) async throws {
        let lines = try document(path).matches(of: #/^\s*(reconcile(?:-sandbox)?) ([a-z]+)([^\n#>]*)/#.anchorsMatchLineEndings())
        for line in lines {
            let help = try await Program.run(Program.built(String(line.1)), [String(line.2), "--help"])
            #expect(help.code == 0, "\(path): \(line.0)")
            for option in line.3.matches(of: #/--[a-z-]+/#) {
                #expect(help.output.contains(option.0), "\(path): \(line.0)")
            }
        }
    }

    @Test(
        "every link within the project leads somewhere",
        arguments: [
            "README.md", "docs/guides/getting-started.md", "docs/guides/ownership.md", "docs/guides/manifests.md",
            "docs/guides/unattended.md", "docs/guides/routing.md", "docs/guides/network.md", "docs/guides/permissions.md",
            "docs/guides/reading-plans.md", "docs/guides/policies.md", "docs/guides/github-actions.md", "docs/guides/gitlab-ci.md",
            "docs/guides/jenkins.md", "docs/guides/argo-cd.md", "docs/guides/errors.md", "docs/reference/plan.md", "docs/adr/README.md",
        ])
    func links(path: String) throws {
        let folder = Reconcile.project.appending(path: path).deletingLastPathComponent()
        for link in try document(path).matches(of: #/\]\(([^)#:]+)(?:#[a-z-]+)?\)/#) {
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: String(link.1)).path), "\(path): \(link.1)")
        }
    }
}
