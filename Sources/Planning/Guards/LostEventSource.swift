internal import Model

/// Refuses to make a bus anew whose event source the partner has deleted: it and this stack's rules on it are deleted first, and can only be made again
/// once the partner offers the source again.
enum LostEventSource: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        plan.mutations.filter { $0.isReplacement && $0.address.kind == .eventBus }.compactMap { bus in
            guard !allowances.replacements.contains(bus.address) else { return nil }
            let rules = plan.mutations.filter { $0.address.kind == .rule && $0.action == .create && $0.identity.scope == bus.identity.name }
                .map(\.address)
            return Diagnostic(
                .error, code: "lost-event-source", "\(bus.address) would be replaced: the partner has deleted its event source",
                detail: "Nothing arrives on \(bus.identity.name) any more. The bus is deleted and made anew"
                    + (rules.isEmpty ? "." : ", and with it \(rules.sorted().listed)."),
                place: bus.place, address: bus.address,
                fix: "See that the integration is enabled, so that the source is offered again, then allow it with "
                    + "`--allow-replace \(bus.address.argument)`")
        }
    }
}
