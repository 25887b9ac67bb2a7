import Model

/// What has been found wrong so far.
struct Findings {
    private(set) var diagnostics: [Diagnostic] = []
    var errorCount: Int { diagnostics.count { $0.severity == .error } }
    /// What the manifest at hand declares.
    var address: Address?

    mutating func report(
        _ code: String, _ summary: String, at place: SourceLocation?, severity: Diagnostic.Severity = .error, detail: String? = nil,
        fix: String? = nil
    ) {
        diagnostics.append(Diagnostic(severity, code: code, summary, detail: detail, place: place, address: address, fix: fix))
    }
}
