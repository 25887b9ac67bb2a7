internal import Model

/// One finding as lines: what, where with the manifest's line and a caret, why, and what to do.
struct DiagnosticLines {
    private let diagnostic: Diagnostic
    private let style: TextStyle
    private let isRefusal: Bool

    /// - Parameter isRefusal: whether a safety rule speaks, rather than something being wrong.
    init(_ diagnostic: Diagnostic, style: TextStyle, isRefusal: Bool = false) {
        self.diagnostic = diagnostic
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
        addPlace(to: &page, indent: indent)
        if let detail = diagnostic.detail { page.addProse("\(detail)", lead: StyledText("= ", .muted), indent: indent) }
        if let fix = diagnostic.fix { page.addProse("\(fix)", lead: StyledText("fix: ", .create), indent: indent) }
    }

    private func addPlace(to page: inout Page, indent: Int) {
        let isNamed = diagnostic.address.map { diagnostic.summary.contains($0.description) } ?? true
        let address: StyledText? = isNamed ? nil : diagnostic.address.map { "\($0)" }
        guard let place = diagnostic.place else {
            if let address { page.add(arrow + address, indent: indent) }
            return
        }
        page.add(arrow + "\(place)" + (address.map { ", \($0)" } ?? ""), indent: indent)
        guard let text = diagnostic.excerpt else { return }
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
