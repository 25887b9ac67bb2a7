internal import Model

/// Refuses to manage what isn't this stack's: the ownership table of `Claim`, its refusals.
///
/// A rule or integration of others is refused even where it is just as declared: two stacks that declare one object would undo each other's next
/// change, and neither would say so before. Its targets and permissions are theirs with it.
enum ForeignOwnership: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        plan.changes.compactMap { change in
            if change.isDeclaredDeletion { return refusal(ofDeleting: change) }
            guard let live = change.live, change.lifecycle.manage == .full, change.action != .delete else { return nil }
            guard change.action == .update || change.address.kind.bearsMark else { return nil }
            switch live.ownership {
            case .ours, .shared, .unreadable: return nil
            case .unmarked:
                guard change.address.kind.bearsMark, !allowances.adoption, !change.lifecycle.adopt else { return nil }
                return .unmarked(change, live)
            case .another(let mark): return change.contributesOnly ? nil : .anothers(change, live, mark)
            case .service(let service): return .services(change, live, service)
            }
        }
    }

    /// To delete what nobody has marked, the manifest alone can allow: a flag of the run is meant for what is kept.
    private static func refusal(ofDeleting change: Change) -> Diagnostic? {
        guard let live = change.live, change.address.kind.bearsMark else { return nil }
        return switch live.ownership {
        case .ours, .shared, .unreadable: nil
        case .unmarked: change.lifecycle.adopt ? nil : .unmarkedDeletion(change, live)
        case .another(let mark): .anothers(change, live, mark)
        case .service(let service): .services(change, live, service)
        }
    }
}

extension Change {
    /// Whether nothing but topics would change, and those are shared.
    fileprivate var contributesOnly: Bool {
        address.kind == .integration && lifecycle.listPolicy == .shared
            && differences.allSatisfy { ["topics", "contributedTopics"].contains($0.path.first) }
    }
}

extension Diagnostic {
    fileprivate static func unmarked(_ change: Change, _ live: LiveObject) -> Diagnostic {
        Diagnostic(
            .error, code: "adoption-refused", "\(change.address) exists already and carries no stack's mark",
            detail: "\(live.id) was made by somebody else, or by hand.", place: change.place, address: change.address,
            fix: "Take it over with `lifecycle: {adopt: true}` or `--adopt`, or choose another name")
    }

    fileprivate static func unmarkedDeletion(_ change: Change, _ live: LiveObject) -> Diagnostic {
        Diagnostic(
            .error, code: "adoption-refused", "\(change.address) is to be gone, and carries no stack's mark",
            detail: "\(live.id) was made by somebody else, or by hand.", place: change.place, address: change.address,
            fix: "Delete it by hand; where this stack may, add `adopt: true` to its lifecycle")
    }

    fileprivate static func anothers(_ change: Change, _ live: LiveObject, _ mark: StackMark) -> Diagnostic {
        Diagnostic(
            .error, code: "owned-by-another", "\(change.address) belongs to the stack \(mark)", detail: "\(live.id) carries its mark.",
            place: change.place, address: change.address,
            fix: "Change it in that stack's manifests, or declare it here with `lifecycle: {manage: reference}`")
    }

    fileprivate static func services(_ change: Change, _ live: LiveObject, _ service: String) -> Diagnostic {
        Diagnostic(
            .error, code: "managed-by-service", "\(change.address) is managed by \(service)",
            detail: "\(live.id) was made by that service, which undoes any change.", place: change.place, address: change.address,
            fix: "Choose another name")
    }
}
