internal import Model

/// Refuses to disable an integration while rules listen to its events: they would fall silent without an error anywhere.
enum DisabledIntegration: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        plan.mutations.filter { $0.isDisabled && !allowances.disabling.contains($0.address) }.compactMap { change in
            let arrival = EventArrival(of: change)
            let rules = plan.standing.filter { $0.address.kind == .rule && arrival.isHeard(byRule: $0.attributes) }.map(\.address)
            guard !rules.isEmpty else { return nil }
            return Diagnostic(
                .error, code: "disabled-integration",
                "\(change.address) would be disabled, and \(rules.count) \(rules.count == 1 ? "rule depends" : "rules depend") on its events",
                detail: "Without it they match nothing: \(rules.sorted().listed).", place: change.place, address: change.address,
                fix: "Remove or disable the rules first; where silence is meant, allow it with `--allow-disable \(change.address.argument)`"
            )
        }
    }
}

extension Change {
    fileprivate var isDisabled: Bool {
        address.kind == .integration && action == .update && before?["enabled"] == true && after?["enabled"] == false
    }
}
