internal import Model

/// Refuses a plan that deletes more than the stack allows: the usual cause is a wrong `-f`.
///
/// Counted are rules, and targets that go from a rule that stays; what is replaced is not lost. The budget is `safety.maxDeletes`, or else the larger of 1 and 10% of the rules
/// that carry the stack's mark.
enum DeletionBudget: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        let allowed = allowances.deletions ?? budget(of: plan)
        let deletions = plan.changes.filter { $0.action == .delete && !$0.isRetirement }
        let rules = Set(deletions.filter { $0.address.kind == .rule }.map(\.address.name))
        let counted = deletions.filter { change in
            switch change.address.kind {
            case .rule: true
            case .target: !rules.contains(change.address.name)
            case .integration, .eventBus, .queue, .permission: false
            }
        }
        guard counted.count > allowed else { return [] }
        return [
            Diagnostic(
                .error, code: "deletion-budget", "the plan deletes \(counted.count) resources, and \(allowed) may be deleted",
                detail: "The manifests declare \(plan.declared) resources; \(plan.owned) live rules carry the mark of \(plan.stack.mark). "
                    + "To be deleted: \(counted.map(\.address.description).joined(separator: ", ")).",
                place: plan.stack.place,
                fix: "Check that `-f` names all manifests; where the deletions are meant, allow them with `--max-deletes \(counted.count)`")
        ]
    }

    private static func budget(of plan: Plan) -> Int {
        switch plan.stack.maxDeletes {
        case .count(let count): count
        case .percentage(let percentage): plan.owned * percentage / 100
        case nil: max(1, plan.owned / 10)
        }
    }
}
