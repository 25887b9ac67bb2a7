internal import Applying
internal import Model
internal import Planning

/// One change: its heading, and its attributes before and after.
struct HTMLChange {
    private static let valuesWidth = 100
    private static let columnWidth = 56

    private let change: Change
    private let index: Int
    private let stack: StackMark
    private let isOpen: Bool
    private let result: ChangeResult?

    init(_ change: Change, index: Int, _ report: Report, stack: StackMark, isOpen: Bool) {
        self.change = change
        self.index = index
        self.stack = stack
        self.isOpen = isOpen
        if case .outcome(let outcome) = report { result = outcome.results[change.address] } else { result = nil }
    }

    var html: HTML {
        """
        <details class="change \(text: change.action.rawValue)" id="change-\(text: index + 1)" data-action="\(text: change.action.rawValue)"\
        \(change.origin.map { " data-origin=\"\(text: $0.rawValue)\"" } ?? "")\
        \(change.action.isMutating ? "" : " hidden")\(isOpen && change.action.isMutating ? " open" : "")>
        <summary><span class="sign" aria-hidden="true">\(text: sign)</span> <span class="what">\(text: change.sentence)\(outcome)</span>\
        \(change.place.map { " <span class=\"place\">\(text: $0.file):\(text: $0.line)</span>" } ?? "")</summary>
        <div class="body">\(failure)\(change.liveObject.map { "<p class=\"live\">\(text: $0)</p>" } ?? "")\(mark)\(attributes)\(meaning)\(note)</div>
        </details>

        """
    }

    private var sign: StyledText { change.action == .noOp ? "=" : change.symbol }

    private var outcome: HTML { result.map { " <span class=\"result \(text: $0.name)\">\(text: $0.words)</span>" } ?? "" }

    private var failure: HTML {
        guard let finding = result?.finding(of: change) else { return "" }
        return
            "<div class=\"failure\"><p>\(text: finding.summary)</p>\(finding.detail.map { "<p>\(text: $0)</p>" } ?? "")\(finding.fix.map { "<p><b>What to do</b> \(text: $0)</p>" } ?? "")</div>"
    }

    private var mark: HTML { change.markLine(of: stack).map { "<p class=\"mark\"><ins>\(text: $0.text)</ins></p>" } ?? "" }

    private var attributes: HTML {
        switch change.action {
        case .create where !change.isReplacement: single("Attributes of the new one", change.after ?? [:], "ins")
        case .delete: single("Attributes of what goes", change.before ?? [:], "del")
        case .create, .update: sideBySide
        case .noOp, .read: single("Attributes", change.after ?? change.before ?? [:], "span")
        }
    }

    private func single(_ caption: HTML, _ attributes: [String: Value], _ element: StaticString) -> HTML {
        let values = ValueLines(width: Self.valuesWidth, full: true)
        let rows = attributes.keys.inReadingOrder.map { name -> HTML in
            let lines = attributes[name].map { values.lines($0, at: ValueLines.Position(label: "")) } ?? []
            let text = lines.map { "\(text: $0.text)" as HTML }.joined(separator: "\n")
            return "<tr><th scope=\"row\">\(text: name)</th><td><\(HTML.own(element))>\(text)</\(HTML.own(element))></td></tr>\n"
        }
        guard !rows.isEmpty else { return "" }
        return "<table class=\"values\"><caption>\(caption)</caption><tbody>\n\(rows.joined())</tbody></table>\n"
    }

    private var sideBySide: HTML {
        let rows = SideBySide(change, width: Self.columnWidth).rows
        guard !rows.isEmpty else { return "" }
        let lines = rows.map { row -> HTML in
            guard row.isChanged else { return "<tr><td>\(text: row.before ?? "")</td><td>\(text: row.after ?? "")</td></tr>\n" }
            return "<tr>\(cell(row.before, "del", other: row.after))\(cell(row.after, "ins", other: row.before))</tr>\n"
        }
        return """
            <table class="diff"><caption>Before and after</caption><thead><tr><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>
            \(lines.joined())</tbody></table>

            """
    }

    private func cell(_ text: StyledText?, _ element: StaticString, other: StyledText?) -> HTML {
        guard let text else { return "<td class=\"none\"></td>" }
        let parts = Highlight(text.plain, against: other?.plain)
        let inner: HTML = other == nil ? "\(text: text)" : "\(text: parts.head)<mark>\(text: parts.middle)</mark>\(text: parts.tail)"
        return "<td class=\"\(HTML.own(element))\"><\(HTML.own(element))>\(inner)</\(HTML.own(element))></td>"
    }

    private var meaning: HTML {
        let lines = (change.patternRelation?.lines ?? []).map { line -> HTML in
            switch line.mark {
            case .added: "<li class=\"ins\"><ins>\(text: line.text)</ins></li>"
            case .removed: "<li class=\"del\"><del>\(text: line.text)</del></li>"
            case .unchanged, .changed: "<li>\(text: line.text)</li>"
            }
        }
        return lines.isEmpty ? "" : "<ul class=\"meaning\" aria-label=\"What the pattern's change means\">\(lines.joined())</ul>"
    }

    private var note: HTML {
        let body = ChangeBody(change, style: TextStyle(full: false))
        return body.note.map { "<p class=\"note\">\(text: $0)</p>" } ?? ""
    }
}

/// What tells a line from its counterpart: the part between what they begin and end with alike.
struct Highlight {
    let head: String
    let middle: String
    let tail: String

    init(_ text: String, against other: String?) {
        let (text, other) = (Array(text), Array(other ?? ""))
        let start = zip(text, other).prefix { $0 == $1 }.count
        let most = min(text.count, other.count) - start
        let end = zip(text.reversed(), other.reversed()).prefix { $0 == $1 }.prefix(most).count
        head = String(text[..<start])
        middle = String(text[start..<(text.count - end)])
        tail = String(text[(text.count - end)...])
    }
}
