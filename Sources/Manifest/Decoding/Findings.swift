import Model

/// What has been found wrong so far.
struct Findings {
    private(set) var diagnostics: [Diagnostic] = []
    /// Asked for around every document.
    private(set) var errorCount = 0
    /// What the manifest at hand declares.
    var address: Address?

    mutating func report(
        _ code: String, _ summary: String, at place: SourceLocation?, severity: Diagnostic.Severity = .error, detail: String? = nil,
        fix: String? = nil
    ) {
        if severity == .error { errorCount += 1 }
        diagnostics.append(Diagnostic(severity, code: code, summary, detail: detail, place: place, address: address, fix: fix))
    }

    /// What was found elsewhere as well.
    mutating func append(_ others: Findings) {
        diagnostics += others.diagnostics
        errorCount += others.errorCount
    }
}
