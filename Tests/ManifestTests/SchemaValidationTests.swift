import Foundation
import TestSupport
import Testing

/// The schema in the hands of a validator that others wrote.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["RECONCILE_TOOLS"] != nil, "RECONCILE_TOOLS names no folder"))
struct SchemaValidationTests {
    private static let project = GoldenFile.folder("../..").standardized
    private let schema = Self.project.appending(path: "docs/reference/manifest.schema.json").path

    /// Wrong manifests that a schema can't tell from right ones, by the reason.
    private static let inexpressible: [(reason: String, names: Set<String>)] = [
        (
            "one manifest names or excludes another",
            [
                "absent-integration-referred", "absent-queue-referred", "for-each-dangling-queue", "for-each-one-name", "integration-twice",
                "integration-two-one-source", "queue-two-one-name",
                "rule-ambiguous-integration", "rule-dangling-integration", "rule-dangling-queue", "rule-no-integration",
                "pattern-test-absent", "pattern-test-integrations", "pattern-test-no-integration", "pattern-test-unknown-names",
                "rule-queue-by-live-name",
                "rule-two-one-name", "selector-empty", "stack-twice",
            ]
        ),
        (
            "what `${…}` means",
            [
                "expression-circular", "expression-dangling", "expression-in-name", "expression-in-stack", "expression-unclosed",
                "expression-unknown", "expression-unknown-value", "for-each-error-once",
            ]
        ),
        (
            "what one field means depends on another",
            [
                "absent-platform-integration", "absent-protected",
                "defaults-dead-letter-queue", "for-each-without-name", "integration-conversation-end", "integration-suffix-missing",
                "integration-topic-near-miss", "pattern-test-empty", "pattern-test-topics", "rule-match-on-plain-bus",
                "rule-reference-with-targets", "rule-without-filter",
                "stack-organization-missing", "target-dead-letter-queue", "target-fifo-without-group",
            ]
        ),
        ("the length of what a pattern compiles to", ["rule-match-too-long", "rule-pattern-too-long"]),
        ("what a text or a pattern holds", ["ignore-changes-unknown", "rule-pattern-malformed", "target-input-not-json"]),
        ("how a scalar is written", ["rule-pattern-ambiguous-scalars"]),
    ]

    @Test func `it is a schema by its own schema, and its patterns are regular expressions of ECMA 262`() async throws {
        let run = try await Program.run(Program.tool("check-jsonschema"), ["--check-metaschema", schema])
        #expect(run.code == 0, "\(run.output)")
    }

    @Test func `it takes every example and every valid manifest`() async throws {
        let folders = ["manifests", "Tests/ManifestTests/Reference"].map { Self.project.appending(path: $0).path }
        // The upper layer is no manifest but a change to one.
        let files = folders.flatMap(manifests(in:)).filter { file in
            !["1-prod/prod.yaml", "kustomization.yaml"].contains { file.hasSuffix($0) }
        }
        #expect(files.count > 10)
        #expect(try await refused(files) == [])
    }

    @Test func `it refuses every wrong manifest that a schema can tell`() async throws {
        // YAML itself is not its business.
        let files = manifests(in: GoldenFile.folder("Invalid").path).filter { !name($0).hasPrefix("yaml-") }
        let refusedFiles = try await refused(files)
        let taken = Set(files.map(name)).subtracting(refusedFiles)
        #expect(taken.sorted() == Self.inexpressible.flatMap(\.names).sorted())
    }

    /// The names of those that don't validate.
    private func refused(_ files: [String]) async throws -> [String] {
        let script = GoldenFile.folder("validate.py").path
        let run = try await Program.run(Program.tool("python"), [script, schema] + files)
        let lines = run.output.split(separator: "\n")
        try #require(run.code == 0 && lines.count == files.count, "\(run.messages)")
        return zip(files, lines).filter { $1.hasPrefix("invalid ") }.map { name($0.0) }
    }

    private func manifests(in folder: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return paths.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    private func name(_ file: String) -> String { URL(filePath: file).deletingPathExtension().lastPathComponent }
}
