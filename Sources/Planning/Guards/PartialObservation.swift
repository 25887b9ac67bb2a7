internal import Model

/// Refuses a plan that was made without seeing all: deletions are left out of it, those that are known and those that could not be. It isn't what the manifests
/// say, and people should know before they take it for the whole. Under `--only` nothing would be deleted anyway.
enum PartialObservation: Guard {
    /// Of the warnings that say what could not be read.
    static let code = "partial-observation"

    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        let pending = plan.deferred.filter { $0.reason == .partialObservation }.map(\.change.address).sorted()
        let unread = plan.selection.only.isEmpty ? plan.unread.count : 0
        guard !pending.isEmpty || unread > 0, !allowances.partialObservation else { return [] }
        let summary =
            switch pending.count {
            case 0: "\(unread) \(unread == 1 ? "part" : "parts") of the live state could not be read"
            case 1: "1 deletion is pending, and not all of the live state could be read"
            default: "\(pending.count) deletions are pending, and not all of the live state could be read"
            }
        let known = pending.isEmpty ? "Whether anything is to be deleted can't be told." : "Left out: \(pending.listed)."
        return [
            Diagnostic(
                .error, code: code, summary, detail: "After a partial observation nothing is deleted. \(known)", place: plan.stack.place,
                fix: "Give the missing permissions that the warnings name; apply the rest without any deletion with `--allow-partial`")
        ]
    }
}
