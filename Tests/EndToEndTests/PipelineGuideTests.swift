import Foundation
import TestSupport
import Testing

@Suite("The pipelines of the guides")
struct PipelineGuideTests {
    @Test(
        "are ones by the vendor's schema",
        arguments: [("github-actions.md", "vendor.github-workflows"), ("gitlab-ci.md", "vendor.gitlab-ci")])
    func schema(_ guide: String, _ schema: String) async throws {
        let text = try String(contentsOf: Reconcile.project.appending(path: "docs/guides/\(guide)"), encoding: .utf8)
        let pipeline = try #require(text.firstMatch(of: #/```yaml\n(.*?)```/#.dotMatchesNewlines())).1
        try await withFolder(["pipeline.yaml": String(pipeline)]) { folder in
            let run = try await Program.run(
                Program.tool("check-jsonschema"), ["--builtin-schema", schema, "\(folder)/pipeline.yaml"])
            #expect(run.code == 0, "\(run.output)")
            let broken = pipeline.replacing("script:", with: "scripts:").replacing("runs-on:", with: "runs-in:")
            try broken.write(toFile: "\(folder)/pipeline.yaml", atomically: true, encoding: .utf8)
            let refused = try await Program.run(
                Program.tool("check-jsonschema"), ["--builtin-schema", schema, "\(folder)/pipeline.yaml"])
            #expect(refused.code == 1)
        }
    }

    @Test("the comment of a pull request is found again by what the program prints")
    func marker() async throws {
        let guide = try String(contentsOf: Reconcile.project.appending(path: "docs/guides/github-actions.md"), encoding: .utf8)
        #expect(guide.contains(#"body.match(/<!-- reconcile plan \S+/)"#))
        try await Reconcile.withClouds { reconcile in
            let before = try await reconcile("plan", "-f", "manifests/partner-bus", "--output", "markdown")
            _ = try await reconcile("apply", "-f", "manifests/partner-bus", "--auto-approve")
            let after = try await reconcile("plan", "-f", "manifests/partner-bus", "--output", "markdown")
            let markers = try [before, after].map { try #require($0.output.firstMatch(of: #/<!-- reconcile plan \S+/#)).0 }
            #expect(markers[0] == markers[1] && before.output != after.output)
        }
    }
}
