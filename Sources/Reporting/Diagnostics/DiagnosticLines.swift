internal import Model

/// One finding as lines: what, where (with the manifest's line and a caret), why, and what to do.
struct DiagnosticLines {
    private let finding: Finding
    private let style: TextStyle
    private let isRefusal: Bool

    private var diagnostic: Diagnostic { finding.diagnostic }

    /// - Parameter isRefusal: whether a safety rule speaks, rather than something being wrong.
    init(_ finding: Finding, style: TextStyle, isRefusal: Bool = false) {
        self.finding = finding
        self.style = style
        self.isRefusal = isRefusal
    }

    func add(to page: inout Page) {
        let code = StyledText("[\(diagnostic.code)]", .muted)
        page.addProse("\(diagnostic.summary, .strong) \(code)", lead: StyledText("\(label): ", role))
        addExplanation(to: &page, indent: 2)
    }

    /// All but the summary.
    func addExplanation(to page: inout Page, indent: Int) {
        addPlaces(to: &page, indent: indent)
        if let detail = diagnostic.detail { page.addProse("\(detail)", lead: StyledText("= ", .muted), indent: indent) }
        if let fix = diagnostic.fix { page.addProse("\(fix)", lead: StyledText("fix: ", .create), indent: indent) }
    }

    private func addPlaces(to page: inout Page, indent: Int) {
        if let place = diagnostic.shownPlace { page.add(arrow + place, indent: indent) }
        addExcerpt(to: &page, indent: indent)
        let shown = style.full ? finding.others : Array(finding.others.prefix(4))
        for place in shown.compactMap(\.shownPlace) { page.add(arrow + place, indent: indent) }
        let rest = finding.others.count - shown.count
        if rest > 0 { page.add("and \(rest) more", indent: indent + arrow.width) }
    }

    private func addExcerpt(to page: inout Page, indent: Int) {
        guard let place = diagnostic.place, let text = diagnostic.excerpt else { return }
        let number: StyledText = "\(place.line)"
        let margin = indent + number.width
        let excerpt = Excerpt(text, column: place.column, width: style.width - margin - 3)
        page.add(StyledText("\(number) | ", .muted) + excerpt.line, indent: indent)
        page.add(StyledText("| ", .muted) + .spaces(excerpt.caretOffset) + StyledText("^", role), indent: margin + 1)
    }

    private var arrow: StyledText { StyledText("-->", .muted) + " " }

    private var label: StyledText {
        if isRefusal { return "refused" }
        return switch diagnostic.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "note"
        }
    }

    private var role: StyledText.Role {
        switch diagnostic.severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }
}

extension Diagnostic {
    /// `FILE:LINE:COLUMN, ADDRESS`, without what there is none of, and without an address that the summary names.
    fileprivate var shownPlace: StyledText? {
        let isNamed = address.map { summary.contains($0.description) } ?? true
        let parts = [
            place.map { place -> StyledText in "\(place)" }, isNamed ? nil : address.map { address -> StyledText in "\(address)" },
        ]
        let known = parts.compactMap { $0 }
        return known.isEmpty ? nil : known.joined(separator: ", ")
    }
}
