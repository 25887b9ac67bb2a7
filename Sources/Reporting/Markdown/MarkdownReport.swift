internal import Applying
internal import Model
internal import Planning

/// A run as a comment in a pull request: what would change in a table, then what stands in the way, each change with its diff to unfold, who gets which
/// events, and the way that they take as a picture.
///
/// It begins with a comment that isn't shown, which names the stack and the plan, so that a pipeline can find the comment of an earlier run and write
/// over it.
struct MarkdownReport: ReportView {
    /// What GitHub takes for the body of a comment ("body is too long (maximum is 65536 characters)").
    static let commentLimit = 65_536
    /// Kept for the line that says what was left out.
    private static let reserve = 600

    /// In bytes.
    let limit: Int

    func text(_ report: Report) -> String {
        guard let plan = report.plan else { return document(MarkdownSections.obstacles(report.findings)) }
        let stack = MarkdownText.comment(plan.stack.mark.description)
        let marker = "<!-- reconcile \(report.operation) \(stack) \(PlanDocument.fingerprint(plan)) -->"
        if case .plan = report, PlanSummary(plan).isClean, plan.diagnostics.isEmpty {
            return "\(MarkdownText.prose(PlanSummary(plan).sentence)) \(marker)\n"
        }
        return document([.init(pieces: [.init(.frame, "\(marker)\n")])] + MarkdownSections(report, plan).all)
    }

    private func document(_ sections: [FittedDocument.Section]) -> String {
        let document = FittedDocument(sections, limit: limit - Self.reserve)
        return document.text + (document.leftOut.isEmpty ? "" : "\n\(omission(document.leftOut))\n")
    }

    private func omission(_ leftOut: [FittedDocument.Importance: Int]) -> String {
        let named = FittedDocument.Importance.allCases.compactMap { importance in leftOut[importance].map { "\($0) × \(importance.name)" } }
        let list = named.joined(separator: ", ")
        return "_Left out, since no more than \(limit) characters fit: \(list). All is in_ `--output html` _and_ `--output text`."
    }
}

extension FittedDocument.Importance {
    /// What was left out, in words.
    fileprivate var name: String {
        switch self {
        case .frame: "heading"
        case .obstacle: "error"
        case .deletion: "deletion"
        case .update: "update"
        case .creation: "creation"
        case .warning: "warning"
        case .impact: "who gets which events"
        case .deletionDetails: "details of a deletion"
        case .updateDetails: "details of an update"
        case .creationDetails: "details of a creation"
        case .note: "note"
        case .picture: "picture"
        }
    }
}
