internal import Model

/// Refuses to delete an integration's bus while rules are left on it, ours or others': they would go with it. No flag allows it.
enum OccupiedBus: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        plan.mutations.filter { $0.isDeclaredDeletion && $0.address.kind == .eventBus }.compactMap { bus in
            let ours = plan.standing.filter { $0.address.kind == .rule && $0.attributes["eventBusName"] == .string(bus.identity.name) }
            let others = bus.live?.occupants ?? []
            let count = ours.count + others.count
            guard count > 0 else { return nil }
            let owners = [("this stack's", ours.map(\.address).sorted().listed), ("others'", others.joined(separator: ", "))]
            let named = owners.filter { !$0.1.isEmpty }.map { "\($0.0) are \($0.1)" }.joined(separator: ", ")
            return Diagnostic(
                .error, code: "occupied-bus",
                "\(bus.address) would be deleted, and \(count) \(count == 1 ? "rule is" : "rules are") left on it",
                detail: "Of the rules on \(bus.identity.name), \(named).",
                place: bus.place, address: bus.address,
                fix: "Have these rules deleted or moved by those who own them, then run again")
        }
    }
}
