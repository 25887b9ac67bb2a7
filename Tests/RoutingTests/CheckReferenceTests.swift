import Foundation
import TestSupport
import Testing

@Suite("The reference of checks")
struct CheckReferenceTests {
    /// What a check's file says of it.
    struct Page {
        var id: String
        var severity: String
        var text: String

        init?(_ source: String) {
            let head = source.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix("enum ") }
            guard let id = source.firstMatch(of: #/static let id = "([a-z-]+)"/#),
                let severity = source.firstMatch(of: #/severity = Diagnostic\.Severity\.([a-z]+)/#)
            else { return nil }
            self.id = String(id.1)
            self.severity = String(severity.1)
            text = head.filter { $0.hasPrefix("///") }.map { $0.dropFirst(3).drop { $0 == " " } }.joined(separator: "\n")
        }
    }

    @Test("is made from the doc comments of the checks' files, each of which has one")
    func reference() throws {
        let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = project.appending(path: "Sources/Routing/Checks")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let sources = try files.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
        let pages = sources.compactMap(Page.init).sorted { $0.id < $1.id }
        #expect(pages.count == sources.count { $0.contains(": Check {") })
        #expect(pages.allSatisfy { !$0.text.isEmpty })
        let registered = try #require(sources.first { $0.contains("static let all: [any Check.Type]") }).matches(of: #/([A-Za-z]+)\.self/#)
        #expect(registered.count == pages.count, "a check is missing in `Checks.all`")
        let text = pages.map { "## `\($0.id)`\n\n\($0.severity.capitalized). \($0.text)\n" }.joined(separator: "\n")
        try Golden("../../docs/reference").expect(Self.introduction + text, "checks.md")
    }

    private static let introduction = """
        # Checks

        What `validate`, `plan` and `apply` say of a set of manifests beyond what each manifest says by itself. An error keeps the set from being applied.
        Made from the checks' sources; a test keeps it fresh.

        A finding that you have looked at and accept is suppressed by an annotation that names the check and says why, on the resource or, for the whole
        set, on the Stack:

        ```yaml
        metadata:
          name: archive
          annotations:
            ignore-check.reconcile/catch-all: the archive keeps every event
        ```

        A suppression without a reason, or of a check that there isn't, is an error; one that suppresses nothing is a warning.


        """
}
