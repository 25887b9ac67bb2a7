internal import Model

/// Refuses to send an integration's events elsewhere: with another account, region or suffix it is another event source, on another bus, and the
/// rules on the present bus get nothing more.
enum Replacement: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        plan.mutations.filter { $0.isReplacement && !allowances.replacements.contains($0.address) }.map { change in
            let changed = change.differences.filter(\.isCoordinate).compactMap { difference in
                difference.path.first.map { "`\($0)` from \(difference.before?.json ?? "none") to \(difference.after?.json ?? "none")" }
            }
            let rules = EventArrival(of: change).rules(among: plan.changes.compactMap(\.live))
            return Diagnostic(
                .error, code: "replacement", "\(change.address) would be replaced: another event source, on another bus",
                detail:
                    "It would change \(changed.joined(separator: " and ")). \(rules.count) live \(rules.count == 1 ? "rule of this stack listens" : "rules of this stack listen") "
                    + "where its events arrive now\(rules.isEmpty ? "" : ": \(rules.joined(separator: ", "))").",
                place: change.place, address: change.address,
                fix: "Declare a second integration and move the rules to it; where the replacement is meant, allow it with "
                    + "`--allow-replace \(change.address.argument)`")
        }
    }
}

extension Change {
    /// Whether an update makes another object of the live one, for all who depend on it. An integration without coordinates was only half made.
    var isReplacement: Bool {
        action == .update && address.kind == .integration && differences.contains { $0.isCoordinate && $0.before != nil }
    }
}

extension Difference {
    fileprivate var isCoordinate: Bool { ["awsAccountId", "awsAccountRegion", "eventSourceSuffix"].contains(path.first) }
}
