internal import Model

/// What a policy would be with the declared statements that it doesn't have yet, beside all that is in it now: former statements go last, unless there is
/// no room for both.
struct PolicySize {
    let findings: [Diagnostic]

    init(_ policy: PolicyDocument, wanted: [DesiredResource], _ stack: StackMark) {
        let present = Set(policy.statements.compactMap { $0["Sid"]?.string })
        let missing = wanted.filter { !present.contains($0.identity.name) }.sorted { $0.address < $1.address }
        guard let first = missing.first, let holder = PolicyHolder(first.identity.scope) else {
            findings = []
            return
        }
        var whole = policy
        for permission in missing {
            if let statement = PolicyGrant(permission.identity, permission.attributes)?.wire { whole.put(statement) }
        }
        guard whole.excess(of: holder.service) != nil else {
            findings = []
            return
        }
        let fitted = whole.fitted(to: holder, stack, keeping: Set(wanted.map(\.identity.name)))
        if let excess = fitted.excess(of: holder.service) {
            findings = [
                Diagnostic(
                    .error, code: "policy-full",
                    "the policy of \(holder) would have \(excess.count) \(excess.unit), and \(excess.limit) is the most",
                    detail: "\(policy.statements.count) statements are in it; the manifests call for \(missing.count) more.",
                    place: first.place, address: first.address,
                    fix:
                        "Let one statement do for all rules of the bus: `permission: perBus` on the rules, or in `spec.defaults` of the Stack"
                )
            ]
        } else if holder.service == .lambda {
            findings = [
                Diagnostic(
                    .warning, code: "policy-full",
                    "the policy of \(holder) has no room for the bus' statement beside those of its rules: one of them goes just before it comes",
                    detail: "What that rule sends in between is not delivered to the function.", place: first.place, address: first.address,
                    fix: "Apply when few events come")
            ]
        } else {
            findings = []
        }
    }
}
