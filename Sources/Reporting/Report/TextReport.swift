internal import Applying
internal import Planning

/// A run for a person in a terminal. An apply shows the plan first, then what became of it.
struct TextReport: ReportView {
    let style: TextStyle

    func announcement(of plan: Plan) -> String { TextPlanView(plan, style: style).text }

    func text(_ report: Report) -> String {
        switch report {
        case .plan(let plan): TextPlanView(plan, style: style).text
        // The plan has said it all where nothing was attempted.
        case .outcome(let outcome) where outcome.results.isEmpty && outcome.obstacles.isEmpty: ""
        case .outcome(let outcome): "\n" + OutcomeView(outcome, style: style).text
        // They are messages, not data: stderr has them.
        case .obstacles: ""
        }
    }
}
