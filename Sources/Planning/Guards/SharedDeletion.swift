internal import Model

/// Refuses to delete what people share, unless the run says so by name: integrations, each with its partner bus, and queues. A manifest that says
/// `ensure: absent` may be a copied one, and what is deleted in Genesys Cloud can't be brought back.
enum SharedDeletion: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        let deletions = plan.mutations.filter { $0.isDeclaredDeletion && $0.address.kind.isShared }
        return Dictionary(grouping: deletions, by: \.responsible).compactMap { address, deletions in
            guard !allowances.deletable.contains(address) else { return nil }
            return Diagnostic(
                .error, code: "shared-deletion", "\(address) would be deleted, and is shared with people",
                detail: "Its manifest says `ensure: absent`. To be deleted: \(deletions.map(\.title).joined(separator: ", ")).",
                place: deletions.first?.place, address: address,
                fix: "Where this is meant, allow it with `--allow-delete \(address.argument)`")
        }
    }
}

extension Kind {
    fileprivate var isShared: Bool {
        switch self {
        case .integration, .eventBus, .queue: true
        case .rule, .permission, .target: false
        }
    }
}

extension Change {
    /// The resource by which the deletion is allowed: a bus goes with its integration.
    fileprivate var responsible: Address { address.kind == .eventBus ? Address(.integration, subject.name) : subject }

    /// `queue "Old Support" (ID)`, `event bus aws.partner/…`.
    fileprivate var title: String {
        guard address.kind != .eventBus else { return "event bus \(identity.name)" }
        let name = live?.attributes["name"]?.json ?? "\"\(identity.name)\""
        return "\(address.kind.noun) \(name) (\(live?.id ?? ""))"
    }
}
