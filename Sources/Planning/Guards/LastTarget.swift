internal import Model

/// Refuses to take the last target from a rule that stays: what it matches would go nowhere, without an error anywhere.
enum LastTarget: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        let gone = Set(plan.mutations.filter { $0.action == .delete && $0.address.kind == .rule }.map(\.address.name))
        let removed = Dictionary(
            grouping: plan.mutations.filter { $0.action == .delete && $0.address.kind == .target && !gone.contains($0.address.name) },
            by: \.address.name)
        let served = Set(plan.standing.filter { $0.address.kind == .target }.map(\.address.name))
        return removed.compactMap { rule, targets in
            let address = Address(.rule, rule)
            guard !served.contains(rule), !allowances.targetless.contains(address) else { return nil }
            return Diagnostic(
                .error, code: "last-target", "\(address) would lose its last target",
                detail: "It has \(targets.count), and the plan removes \(targets.count == 1 ? "it" : "all"): "
                    + "\(targets.map(\.address).sorted().listed). What the rule matches would go nowhere.",
                place: plan.changes.first { $0.address == address }?.place, address: address,
                fix: "Declare a target, or remove the rule; where it is meant, allow it with `--allow-no-target \(address.argument)`")
        }
    }
}
