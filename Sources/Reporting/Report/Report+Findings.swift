internal import Applying
internal import Model
internal import Planning

extension Report {
    /// All that somebody should know, the most severe first, then by place.
    var findings: [Diagnostic] {
        switch self {
        case .plan(let plan): (plan.refusals + plan.diagnostics).mostSevereFirst
        case .outcome(let outcome): (outcome.plan.refusals + outcome.plan.diagnostics + outcome.findings).mostSevereFirst
        case .obstacles(let diagnostics): diagnostics.mostSevereFirst
        }
    }
}

extension [Diagnostic] {
    var mostSevereFirst: [Diagnostic] {
        Diagnostic.Severity.allCases.flatMap { severity in filter { $0.severity == severity }.sorted() }
    }
}

extension Outcome {
    /// What came of the changes that were not made, and what a fresh observation shows beyond them.
    var findings: [Diagnostic] {
        let undone = plan.mutations.compactMap { change in results[change.address].flatMap { $0.finding(of: change) } }
        return obstacles.map { $0.diagnostic() } + undone + (remaining.map(findings(in:)) ?? [])
    }

    /// What still differs although nothing says why.
    var surprises: [Change] {
        let known = Set(results.filter { !$0.value.isSuccess }.keys)
        return (remaining?.mutations ?? []).filter { !known.contains($0.address) }
    }

    private func findings(in remaining: Plan) -> [Diagnostic] {
        let differences = surprises.map { change in
            Diagnostic(
                .error, code: "not-converged", "\(change.address) still differs after a fresh observation", place: change.place,
                address: change.address, fix: "Run `reconcile plan` to see how; something else may change the object back")
        }
        return differences + remaining.errors + remaining.unread + remaining.refusals
    }
}

extension ChangeResult {
    /// `nil` where the change was made.
    func finding(of change: Change) -> Diagnostic? {
        switch self {
        case .done, .alreadyDone: nil
        case .failed(let error): error.diagnostic(address: change.address, place: change.place)
        case .stale:
            Diagnostic(
                .error, code: "stale", "\(change.address) changed since the plan was made, and was left alone", place: change.place,
                address: change.address, fix: "Run `reconcile plan` again, and review what changed")
        case .notAttempted(let causes):
            Diagnostic(
                .warning, code: "not-attempted",
                causes.isEmpty
                    ? "\(change.address) was not attempted: the run was interrupted"
                    : "\(change.address) was not attempted: it needs \(causes.map(\.description).joined(separator: ", "))",
                place: change.place, address: change.address, fix: "Correct the cause, then run `reconcile apply` again")
        }
    }
}
