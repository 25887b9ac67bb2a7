internal import Model

/// Refuses a plan that leaves deletions out because not all could be read: it isn't what the manifests say, and people should know before they
/// take the rest of it for the whole.
enum PartialObservation: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        let pending = plan.deferred.filter { $0.reason == .partialObservation }.map(\.change.address).sorted()
        guard !pending.isEmpty, !allowances.partialObservation else { return [] }
        return [
            Diagnostic(
                .error, code: "partial-observation",
                "\(pending.count) \(pending.count == 1 ? "deletion is" : "deletions are") pending, and not all of the live state could be read",
                detail: "After a partial observation nothing is deleted. Left out: \(pending.listed).", place: plan.stack.place,
                fix: "Give the missing permissions that the warnings name; apply the rest without any deletion with `--allow-partial`")
        ]
    }
}
