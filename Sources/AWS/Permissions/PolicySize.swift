internal import Model

/// What a policy would be with the declared statements that it doesn't have yet, beside all that is in it now: former statements go last.
struct PolicySize {
    let findings: [Diagnostic]

    init(_ policy: PolicyDocument, wanted: [DesiredResource]) {
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
        let limits = holder.service.limits
        let excesses = [
            limits.bytes.map { (whole.json.utf8.count, $0, "bytes") }, limits.statements.map { (whole.statements.count, $0, "statements") },
        ].compactMap { $0 }.filter { $0.0 > $0.1 }
        findings = excesses.map { count, limit, unit in
            Diagnostic(
                .error, code: "policy-full", "the policy of \(holder) would have \(count) \(unit), and \(limit) is the most",
                detail: "\(policy.statements.count) statements are in it; the manifests call for \(missing.count) more.",
                place: first.place,
                address: first.address,
                fix: "Let one statement do for all rules of the bus: `permission: perBus` on the rules, or in `spec.defaults` of the Stack")
        }
    }
}

extension PolicyHolder.Service {
    /// Lambda API reference, `AddPermission`; SQS developer guide, "Policy quotas"; botocore, `logs`, `PolicyDocument`. What a topic's policy may hold no
    /// model says.
    fileprivate var limits: (bytes: Int?, statements: Int?) {
        switch self {
        case .lambda: (20_480, nil)
        case .sqs: (8_192, 20)
        case .sns: (nil, nil)
        case .logs: (51_200, nil)
        }
    }
}
