internal import Model
internal import Planning

/// What stands in the way and what people should know, the most severe first.
struct HTMLFindings {
    private static let mostAlike = 3

    private let findings: [Finding]
    private let refusals: Set<Diagnostic>

    init(_ report: Report) {
        findings = report.findings.findings
        refusals = Set(report.plan?.refusals ?? [])
    }

    var section: HTML {
        guard !findings.isEmpty else { return "<div id=\"findings\"></div>" }
        return """
            <section id="findings" aria-labelledby="findings-title">
            <h2 id="findings-title">What to know <span class="badge">\(text: findings.count)</span></h2>
            \(cards)
            </section>
            """
    }

    /// The first of each kind; where there are many of one that stops nothing, the rest to unfold.
    private var cards: HTML {
        let codes = findings.map(\.diagnostic.code).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return codes.map { code -> HTML in
            let same = findings.filter { $0.diagnostic.code == code }
            let most = same.contains { $0.diagnostic.severity == .error } ? same.count : Self.mostAlike
            let rest = same.dropFirst(most)
            guard !rest.isEmpty else { return same.map(card).joined() }
            let folded: HTML = """
                <details class="more"><summary>\(text: rest.count) more of <code>\(text: code)</code></summary>
                \(rest.map(card).joined())</details>

                """
            return same.prefix(most).map(card).joined() + folded
        }.joined()
    }

    private func card(_ finding: Finding) -> HTML {
        let diagnostic = finding.diagnostic
        let isRefusal = refusals.contains(diagnostic)
        let places = ([diagnostic] + finding.others).compactMap { $0.place.map { "<li><code>\(text: $0)</code></li>" as HTML } }
        return """
            <article class="finding \(text: diagnostic.severity.rawValue)">
            <h3><span class="severity">\(text: isRefusal ? "refused" : diagnostic.severity.rawValue)</span> \(text: diagnostic.summary) <code>\(text: diagnostic.code)</code></h3>
            \(places.isEmpty ? "" : "<ul class=\"places\">\(places.joined())</ul>")\(excerpt(diagnostic))\
            \(diagnostic.detail.map { "<p>\(text: $0)</p>" } ?? "")\(diagnostic.fix.map { "<p class=\"fix\"><b>What to do</b> \(text: $0)</p>" } ?? "")
            </article>

            """
    }

    private func excerpt(_ diagnostic: Diagnostic) -> HTML {
        guard let place = diagnostic.place, let text = diagnostic.excerpt else { return "" }
        let excerpt = Excerpt(text, column: place.column, width: 120)
        let caret: StyledText = .spaces("\(place.line)".count + 3 + excerpt.caretOffset) + "^"
        return
            "<pre tabindex=\"0\" role=\"region\" aria-label=\"Line \(text: place.line)\">\(text: place.line) | \(text: excerpt.line)\n\(text: caret)</pre>"
    }
}
