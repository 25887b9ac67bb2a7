public import Model

/// Findings as text: each with its place, the manifest's line and a caret under the column, the detail and the fix, then how many there are.
public struct DiagnosticsView: Sendable {
    private let findings: [Finding]
    private let style: TextStyle

    /// - Parameter diagnostics: in any order: they are shown by place, those that say the same of several places together.
    public init(_ diagnostics: [Diagnostic], style: TextStyle) {
        self.findings = diagnostics.sorted().findings
        self.style = style
    }

    /// Lines, each ended by a line break; empty where there is nothing to say.
    public var text: String {
        guard !findings.isEmpty else { return "" }
        var page = Page(style)
        for finding in findings {
            DiagnosticLines(finding, style: style).add(to: &page)
            page.addGap()
        }
        page.add(counts)
        return page.text
    }

    /// `3 errors, 1 warning`.
    private var counts: StyledText {
        Diagnostic.Severity.allCases.compactMap { severity -> StyledText? in
            let count = findings.count { $0.diagnostic.severity == severity }
            guard count > 0 else { return nil }
            return switch severity {
            case .error: "\(count) \(plural(count, "error", "errors"))"
            case .warning: "\(count) \(plural(count, "warning", "warnings"))"
            case .note: "\(count) \(plural(count, "note", "notes"))"
            }
        }.joined(separator: ", ")
    }
}
