internal import Model

/// How much a policy may hold, and what can leave it when it is full.
///
/// New statements come before old ones go. A full policy has no room for both: on the way from one statement a rule to one for the bus, those of the
/// rules may go first, since the bus' lets the same rules in.
extension PolicyDocument {
    /// By how much it is too large: the number, the limit and its unit.
    func excess(of service: PolicyHolder.Service) -> (count: Int, limit: Int, unit: String)? {
        let limits = service.limits
        let counts = [
            limits.bytes.map { (count: json.utf8.count, limit: $0, unit: "bytes") },
            limits.statements.map { (count: statements.count, limit: $0, unit: "statements") },
        ]
        return counts.compactMap { $0 }.first { $0.count > $0.limit }
    }

    /// Without as many as have to go of the stack's own statements for single rules that one of its own for their bus takes in.
    ///
    /// - Parameter kept: the Sids of those that stay.
    func fitted(to holder: PolicyHolder, _ stack: StackMark, keeping kept: Set<String> = []) -> PolicyDocument {
        var document = self
        var superfluous = covered(at: holder, stack).filter { !kept.contains($0) }.sorted()[...]
        while document.excess(of: holder.service) != nil, let sid = superfluous.popFirst() { document.remove(sid) }
        return document
    }

    /// The Sids of the stack's own statements that are superfluous beside another one of its own.
    func covered(at holder: PolicyHolder, _ stack: StackMark) -> [String] {
        let own = statements(of: holder).filter { $0.isOurs(stack) }.map(\.grant)
        let wide = own.filter(\.isForBus)
        return own.filter { grant in !grant.isForBus && wide.contains { grant.source.map($0.covers) ?? false } }.map(\.sid)
    }
}

extension PolicyGrant {
    var isForBus: Bool { source?.hasSuffix("*") ?? false }

    /// Whether a rule is the source, or one of those that the wildcard of a bus takes in.
    func covers(_ rule: String) -> Bool {
        guard let source else { return false }
        return source == rule || isForBus && rule.hasPrefix(source.dropLast())
    }
}

extension PolicyHolder.Service {
    /// Lambda API reference, `AddPermission`; SQS developer guide, "Policy quotas"; SNS developer guide, "API permissions: Actions and resources
    /// reference", "Policy quotas"; botocore, `logs`, `PolicyDocument`.
    ///
    /// SQS' quota of 10 conditions is none of a whole policy: it takes 20 statements with a condition each, and refuses the 21st for its number
    /// (aws/aws-cdk issue 16303). Principals and actions are one a statement of ours.
    fileprivate var limits: (bytes: Int?, statements: Int?) {
        switch self {
        case .lambda: (20_480, nil)
        case .sqs: (8_192, 20)
        case .sns: (30_720, 100)
        case .logs: (51_200, nil)
        }
    }
}
