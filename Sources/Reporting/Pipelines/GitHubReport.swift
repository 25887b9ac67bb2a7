internal import Model
internal import Planning

/// A run as annotations of GitHub Actions at the lines of the manifests, the most severe first: a step shows ten of each level only (GitHub, "Usage
/// limits": 10 error, 10 warning and 10 notice annotations a step).
struct GitHubReport: ReportView {
    /// What GitHub takes for the summary of a step (GitHub, "Workflow commands", "Adding a job summary": 1 MiB).
    private static let summaryLimit = 1 << 20

    private static let mostChanges = 10

    func text(_ report: Report) -> String {
        let changes: [Diagnostic] = if case .plan(let plan) = report { Self.annotations(of: plan) } else { [] }
        return (report.findings + changes).mostSevereFirst.map(WorkflowCommand.line).joined()
    }

    func stepSummary(_ report: Report) -> String? { MarkdownReport(limit: Self.summaryLimit).text(report) }

    /// One for each manifest that changes something, and one for what is deleted because no manifest declares it.
    private static func annotations(of plan: Plan) -> [Diagnostic] {
        Dictionary(grouping: plan.mutations, by: \.place).map { place, changes in
            let sentences = changes.map(\.sentence.plain)
            let others = sentences.dropFirst().prefix(mostChanges)
            let rest = sentences.count - 1 - others.count
            let detail = (others + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "; ")
            return Diagnostic(
                changes.contains { $0.action == .delete } ? .warning : .note, code: "plan", sentences.first ?? "",
                detail: detail.isEmpty ? nil : detail, place: place)
        }
    }
}
