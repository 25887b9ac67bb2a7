public import Applying
public import Model
public import Planning

/// What a run came to.
public enum Report: Hashable, Sendable {
    case plan(Plan)
    /// Of an apply: the plan, and what became of it.
    case outcome(Outcome)
    /// There is no plan, and this is why.
    case obstacles([Diagnostic])
}

extension Report {
    /// The plan that it is about.
    public var plan: Plan? {
        switch self {
        case .plan(let plan): plan
        case .outcome(let outcome): outcome.plan
        case .obstacles: nil
        }
    }

    /// The command that it is of.
    var operation: String { if case .outcome = self { "apply" } else { "plan" } }
}
