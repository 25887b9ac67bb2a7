import Model
import Reporting
import TestSupport
import Testing

@Suite struct DiagnosticsViewTests {
    private let golden = Golden("Golden")

    static let findings = [
        Diagnostic(
            .warning, code: "partner-event-on-default", "Rule/support-ended filters a partner's events on the bus \"default\"",
            detail: "Partner events arrive on the partner's bus alone.",
            place: SourceLocation(file: "manifests/rules.yaml", line: 21, column: 17), excerpt: "  eventBusName: default",
            address: Address(.rule, "support-ended"), fix: "Leave `eventBusName` out: it is derived from the integration"),
        Diagnostic(
            .error, code: "unknown-key", "unknown key \"evntPattern\"", detail: "A Rule has no such field.",
            place: SourceLocation(file: "manifests/rules.yaml", line: 112, column: 3), excerpt: "  evntPattern: {source: [genesys.cloud]}",
            fix: "Did you mean `eventPattern`?"),
        Diagnostic(.error, code: "no-stack", "the manifests declare no Stack", fix: "Add a document of the kind `Stack`"),
        Diagnostic(
            .error, code: "service-unauthenticated", "can't log in: the client id or secret was refused",
            detail: "Genesys Cloud, POST /oauth/token. HTTP 401 invalid_client: client not found. Request id 11-22.",
            address: Address(.queue, "support")),
        Diagnostic(
            .error, code: "wrong-type", "\"timeoutMs\" must be a whole number",
            place: SourceLocation(file: "manifests/queues.yaml", line: 7, column: 15), excerpt: "\t\ttimeoutMs:\tsoon  # サポート"),
    ]

    @Test("Findings read as their golden file says")
    func reads() throws {
        try golden.expect(DiagnosticsView(Self.findings, style: TextStyle()).text, "diagnostics.txt")
        try golden.expect(DiagnosticsView(Self.findings, style: TextStyle(usesColor: true, width: 50)).text, "diagnostics-narrow-color.txt")
    }

    @Test("What is said of many places is said once")
    func sameOfManyPlaces() throws {
        let missing = ServiceError(
            .unauthenticated, system: .aws, operation: "credentials", summary: "there are no AWS credentials in the environment",
            fix: "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        let findings = (1...9).map { number in
            missing.diagnostic(address: Address(.rule, "ended-\(number)"), place: PartnerBus.place("rules.yaml", number * 10))
        }
        try golden.expect(DiagnosticsView(findings + Self.findings, style: TextStyle()).text, "diagnostics-repeated.txt")
    }

    @Test(
        "A warning about lines of many manifests is said once, with the first line; an error at each",
        arguments: Diagnostic.Severity.allCases)
    func sameOfManyLines(_ severity: Diagnostic.Severity) {
        let findings = (1...9).map { number in
            Diagnostic(
                severity, code: "no-dead-letter-queue", "the queue has none", place: PartnerBus.place("rules.yaml", number),
                excerpt: "  line \(number)")
        }
        let text = DiagnosticsView(findings, style: TextStyle()).text
        let lines = text.split(separator: "\n")
        #expect(lines.count { $0.contains("the queue has none") } == (severity == .error ? 9 : 1))
        #expect(lines.count { $0.contains("|   line ") } == (severity == .error ? 9 : 1))
        #expect(lines.count { $0.contains("-->") } == (severity == .error ? 9 : 5))
        #expect(text.contains("and 4 more") == (severity != .error))
    }

    @Test("Nothing to say is no text")
    func empty() { #expect(DiagnosticsView([], style: TextStyle()).text.isEmpty) }

    @Test(
        "The caret stands below the column, whatever stands before it",
        arguments: [
            ("key: value", 6, 5), ("a", 1, 0), ("\tkey: value", 7, 9), ("サポ: x", 5, 6), ("📞: x", 4, 4), ("e\u{301}: x", 5, 3),
            ("\u{1B}[2J: x", 7, 11), ("\u{202E}: x", 4, 10), ("short", 99, 5),
        ])
    func caret(_ excerpt: String, _ column: Int, _ offset: Int) {
        #expect(caretOffset(excerpt, column: column) == offset)
    }

    @Test("A long line is cut around the column that the finding points to", arguments: [1, 2, 40, 500, 4_999, 5_000])
    func longLine(_ column: Int) throws {
        let excerpt = String(repeating: "x", count: column - 1) + "!" + String(repeating: "y", count: 5_000 - column)
        let lines = lines(excerpt, column: column)
        #expect(lines.allSatisfy { $0.count <= 60 })
        let caret = try #require(Array(lines[3]).firstIndex(of: "^"))
        #expect(Array(lines[2])[caret] == "!")
    }

    private func lines(_ excerpt: String, column: Int) -> [String] {
        let finding = Diagnostic(
            .error, code: "code", "summary", place: SourceLocation(file: "f", line: 1, column: column), excerpt: excerpt)
        return DiagnosticsView([finding], style: TextStyle(width: 60)).text.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    /// The columns between the margin and the caret.
    private func caretOffset(_ excerpt: String, column: Int) -> Int? {
        Array(lines(excerpt, column: column)[3]).firstIndex(of: "^").map { $0 - "    | ".count }
    }
}
