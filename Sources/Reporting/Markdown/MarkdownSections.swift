internal import Applying
internal import Model
internal import Planning

/// The sections of a comment, in the order of reading.
struct MarkdownSections {
    typealias Section = FittedDocument.Section
    typealias Piece = FittedDocument.Piece

    /// Wide enough for a comment's column.
    private static let style = TextStyle(width: 100)
    /// Of one finding; a service's message may be long.
    private static let longestFinding = 4_000

    private let report: Report
    private let plan: Plan

    init(_ report: Report, _ plan: Plan) {
        self.report = report
        self.plan = plan
    }

    var all: [Section] { [head, findings(.error), changes, impacts, picture, findings(.warning), findings(.note)] }

    static func obstacles(_ findings: [Diagnostic]) -> [Section] {
        [
            Section(pieces: [Piece(.frame, "### There is no plan\n\n")]),
            section(findings.filter { $0.severity == .error }, .obstacle), section(findings.filter { $0.severity == .warning }, .warning),
            section(findings.filter { $0.severity == .note }, .note),
        ]
    }

    private var head: Section {
        let title = "### `reconcile \(report.operation)` \(MarkdownText.code(plan.stack.mark.description))\n\n"
        let rows = System.allCases.map { system in
            let cells = Planning.Action.inTable.map { action in
                plan.changes.count { $0.address.kind.system == system && $0.action == action }.description
            }
            return "| \(system.title) | \(cells.joined(separator: " | ")) |\n"
        }
        let columns = Planning.Action.inTable.map(\.column).joined(separator: " | ")
        let table = "| | \(columns) |\n|---|\(String(repeating: "--:|", count: Planning.Action.inTable.count))\n\(rows.joined())\n"
        return Section(pieces: [Piece(.frame, title + summary + table)])
    }

    private var summary: String {
        let lines: [StyledText] =
            switch report {
            case .plan, .obstacles: PlanSummary(plan).lines
            case .outcome(let outcome): OutcomeSummary(outcome: outcome).lines
            }
        return lines.map { "**\(MarkdownText.prose($0))**\n\n" }.joined()
    }

    private func findings(_ severity: Diagnostic.Severity) -> Section {
        let importance: FittedDocument.Importance =
            switch severity {
            case .error: .obstacle
            case .warning: .warning
            case .note: .note
            }
        return Self.section(report.findings.filter { $0.severity == severity }, importance, refusals: Set(plan.refusals))
    }

    private static func section(
        _ findings: [Diagnostic], _ importance: FittedDocument.Importance, refusals: Set<Diagnostic> = []
    ) -> Section {
        Section(
            pieces: findings.findings.map { finding in
                var page = Page(style)
                DiagnosticLines(finding, style: style, isRefusal: refusals.contains(finding.diagnostic)).add(to: &page)
                let lines = page.text.split(separator: "\n").map(String.init).map { line in
                    line.count > longestFinding ? line.prefix(longestFinding) + "…" : line
                }
                return Piece(importance, MarkdownText.fence("text", lines) + "\n")
            })
    }

    private var changes: Section {
        let shown = plan.changes.filter(\.action.isMutating)
        let groups = Kind.allCases.sorted().flatMap { kind in
            ChangeGroup.groups(of: shown.filter { $0.address.kind == kind }, stack: plan.stack.mark, style: Self.style)
        }
        return Section(title: "#### Changes\n\n", pieces: groups.map(piece))
    }

    private func piece(_ group: ChangeGroup) -> Piece {
        let heading = heading(of: group)
        var page = Page(Self.style)
        for change in group.others.isEmpty ? [] : group.changes { page.add("\(change.address)") }
        if let mark = group.mark { page.add(mark.inMargin) }
        for line in group.body.lines { page.add(line.inMargin) }
        if let note = group.body.note { page.addProse(note, lead: "  ") }
        let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        let details = "<details><summary>\(heading)</summary>\n\n\(MarkdownText.fence("diff", lines))\n</details>\n\n"
        let importance = Importance(group.first.action)
        return Piece(importance.line, "\(heading)\n\n", detailed: lines.isEmpty ? nil : (importance.details, details))
    }

    private func heading(of group: ChangeGroup) -> String {
        let change = group.first
        let place = change.place.map { " " + MarkdownText.code("\($0.file):\($0.line)") } ?? ""
        let more = group.others.isEmpty ? "" : " (and \(group.others.count) alike)"
        return MarkdownText.code(change.symbol.plain) + " " + MarkdownText.line(change.sentence) + more + result(of: group) + place
    }

    private func result(of group: ChangeGroup) -> String {
        guard case .outcome(let outcome) = report else { return "" }
        let results = Set(group.changes.compactMap { outcome.results[$0.address]?.words })
        return results.isEmpty ? "" : " → \(results.sorted().joined(separator: ", "))"
    }

    private var impacts: Section {
        Section(
            title: plan.impacts.isEmpty ? "" : "#### Who gets which events\n\n",
            pieces: plan.impacts.map { impact in
                var page = Page(Self.style)
                ImpactLines([impact], style: Self.style).addBody(to: &page)
                return Piece(.impact, MarkdownText.fence("text", page.text.split(separator: "\n").map(String.init)) + "\n")
            })
    }

    private var picture: Section {
        let picture = MermaidPicture(RoutingPicture(plan))
        guard !plan.isEmpty, !picture.lines.isEmpty else { return Section(pieces: []) }
        let rest = picture.leftOut > 0 ? "\(picture.leftOut) more rules are changed and not drawn.\n\n" : ""
        return Section(
            title: "#### The way of the events\n\n", pieces: [Piece(.picture, MarkdownText.fence("mermaid", picture.lines) + "\n" + rest)])
    }

    private struct Importance {
        var line: FittedDocument.Importance
        var details: FittedDocument.Importance

        init(_ action: Planning.Action) {
            (line, details) =
                switch action {
                case .delete: (.deletion, .deletionDetails)
                case .update: (.update, .updateDetails)
                case .create, .read, .noOp: (.creation, .creationDetails)
                }
        }
    }
}

extension Planning.Action {
    fileprivate static let inTable: [Planning.Action] = [.create, .update, .delete, .noOp, .read]

    fileprivate var column: String {
        switch self {
        case .create: "create"
        case .update: "update"
        case .delete: "delete"
        case .noOp: "unchanged"
        case .read: "only looked up"
        }
    }
}

extension ChangeResult {
    /// `not attempted`.
    var words: String {
        switch self {
        case .done: "done"
        case .alreadyDone: "as declared already"
        case .failed: "failed"
        case .notAttempted: "not attempted"
        case .stale: "changed meanwhile, left alone"
        }
    }
}

extension DiffLine {
    /// The line with its mark first, as `diff` has it.
    fileprivate var inMargin: StyledText {
        // Where diffs are colored, a line with `!` is one that changed.
        let symbol: StyledText = mark == .changed ? "!" : mark.symbol
        return symbol + " " + text
    }
}
