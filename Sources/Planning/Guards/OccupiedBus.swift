internal import Model

/// Refuses to delete an integration's bus, or to make it anew, while rules are left on it: they would go with it. What is made anew takes this stack's own
/// rules along. No flag allows it.
enum OccupiedBus: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        plan.mutations.filter { $0.address.kind == .eventBus && ($0.isDeclaredDeletion || $0.isReplacement) }.compactMap { bus in
            let ours = bus.isReplacement ? [] : plan.standing.filter { $0.isRule(on: bus.identity.name) }
            let others = bus.live?.occupants ?? []
            let count = ours.count + others.count
            guard count > 0 else { return nil }
            let owners = [("this stack's", ours.map(\.address).sorted().listed), ("others'", others.joined(separator: ", "))]
            let named = owners.filter { !$0.1.isEmpty }.map { "\($0.0) are \($0.1)" }.joined(separator: ", ")
            return Diagnostic(
                .error, code: "occupied-bus",
                "\(bus.address) would be \(bus.isReplacement ? "replaced" : "deleted"), and \(count) \(count == 1 ? "rule is" : "rules are") left on it",
                detail: "Of the rules on \(bus.identity.name), \(named).",
                place: bus.place, address: bus.address,
                fix: "Have these rules deleted or moved by those who own them, then run again")
        }
    }
}

extension Standing {
    fileprivate func isRule(on bus: String) -> Bool { address.kind == .rule && attributes["eventBusName"] == .string(bus) }
}
