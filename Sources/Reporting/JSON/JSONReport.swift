internal import Model
internal import Planning

/// A run as one document: a plan's or an outcome's by the schemas in `docs/reference/`, or the findings that stood in the way.
struct JSONReport: ReportView {
    func text(_ report: Report) -> String {
        switch report {
        case .plan(let plan): PlanDocument.text(plan)
        case .outcome(let outcome): OutcomeDocument.value(outcome).prettyJSON + "\n"
        case .obstacles(let diagnostics): DiagnosticsDocument.value(diagnostics.sorted()).prettyJSON + "\n"
        }
    }
}
