internal import Model

/// Refuses to send an integration's events elsewhere: with another account, region or suffix it is another event source, on another bus, and the
/// rules on the present bus get nothing more.
enum Replacement: Guard {
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic] {
        (plan.mutations + plan.deferred.map(\.change)).filter { $0.isRetirement && $0.address.kind == .integration }.compactMap { former in
            let address = former.subject
            guard !allowances.replacements.contains(address) else { return nil }
            let successor = plan.changes.first { $0.address == address }
            let changed = Difference.between(former.before ?? [:], successor?.after ?? [:]).filter(\.isCoordinate).compactMap {
                difference in
                difference.path.first.map { "`\($0)` from \(difference.before?.json ?? "none") to \(difference.after?.json ?? "none")" }
            }
            let rules = EventArrival(of: former).rules(among: plan.changes.compactMap(\.live))
            return Diagnostic(
                .error, code: "replacement", "\(address) would be replaced: another event source, on another bus",
                detail: (changed.isEmpty ? "" : "It would change \(changed.joined(separator: " and ")). ")
                    + "\(rules.count) live \(rules.count == 1 ? "rule of this stack listens" : "rules of this stack listen") "
                    + "where its events arrive now\(rules.isEmpty ? "" : ": \(rules.joined(separator: ", "))"). "
                    + "The former integration, \(former.live?.id ?? ""), is deleted once what replaces it is in effect.",
                place: successor?.place, address: address,
                fix: "Declare a second integration and move the rules to it; where the replacement is meant, allow it with "
                    + "`--allow-replace \(address.argument)`")
        }
    }
}

extension Difference {
    fileprivate var isCoordinate: Bool { path.first.map(DesiredResource.coordinates.contains) ?? false }
}
