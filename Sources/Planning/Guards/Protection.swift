internal import Model

/// Refuses to delete or replace what `lifecycle.protect` keeps. No flag allows it: the manifest says so, and the manifest must stop saying so.
enum Protection: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        plan.mutations.filter { $0.lifecycle.protect && $0.takesAway }.map { change in
            let fate = change.isRetirement || change.isReplacement ? "replaced" : "deleted"
            return Diagnostic(
                .error, code: "protected", "\(change.address) is protected, and would be \(fate)",
                detail: change.live.map { "The live object is \($0.id)." }, place: change.place, address: change.address,
                fix: "Take `protect: true` out of its lifecycle where this is meant")
        }
    }
}

extension Change {
    /// Whether a live object is there no more afterwards. Of what else is replaced the former has a deletion of its own.
    fileprivate var takesAway: Bool { action == .delete || isReplacement && address.kind == .eventBus }
}
