internal import Model

/// The policies that a rule's targets have moved away from, in tags of the rule until their statements are revoked.
///
/// The new statement and target come before the old statement goes, so that no event is lost. A run that is cut in between leaves a statement in a policy
/// to whose holder no target leads any more: by the tag the next run finds it. A tag that outlives its statement costs one look at a policy.
struct FormerHolders {
    let transport: any AWSTransport

    /// `reconcile:revoke/<Sid>`, at most 128 characters (EventBridge API reference, `Tag`); the value is the holder's ARN.
    private static let prefix = OwnershipTag.prefix + "revoke/"

    /// The holders that a rule's tags remember.
    static func remembered(in tags: [String: String]) -> [PolicyHolder] {
        tags.filter { $0.key.hasPrefix(prefix) }.values.compactMap { PolicyHolder($0) }
    }

    /// Remembers, before targets are put, the holders that they leave and whose policies still have a statement of the stack's for their rule.
    func remember(_ operations: [Operation], on rule: String) async throws(ServiceError) {
        var tags: [String: String] = [:]
        for operation in operations {
            guard let live = operation.live else { continue }
            let left = PolicyHolder.of(target: live.attributes).subtracting(PolicyHolder.of(target: operation.attributes))
            for former in left.sorted() where former.isBeside(rule) {
                for statement in try await PolicyReader(transport: transport).statements(of: former, operation.stack)
                where statement.isOurs(operation.stack) && statement.grant.covers(rule) {
                    tags[Self.prefix + statement.sid] = former.arn
                }
            }
        }
        guard !tags.isEmpty else { return }
        _ = try await transport.call(.tagResource, ["ResourceARN": .string(rule), "Tags": Tags.wire(tags)])
    }

    /// Forgets a holder whose statement is revoked.
    ///
    /// - Parameter source: the rule's ARN, or the wildcard of a bus: then all rules that remember it are looked for.
    func forget(_ sid: String, of source: String) async throws(ServiceError) {
        let tag = Self.prefix + sid
        if source.hasSuffix("*") {
            for rule in try await Tags(transport: transport).rules(tagged: tag) { try await untag(rule.description, tag) }
        } else {
            do throws(ServiceError) {
                guard try await Tags(transport: transport).read(source)[tag] != nil else { return }
                try await untag(source, tag)
            } catch {
                if error.reason != .notFound { throw error }
            }
        }
    }

    private func untag(_ rule: String, _ tag: String) async throws(ServiceError) {
        _ = try await transport.call(.untagResource, ["ResourceARN": .string(rule), "TagKeys": [.string(tag)]])
    }
}

extension PolicyHolder {
    /// Whether it is in a rule's account and region: other accounts' policies are theirs.
    fileprivate func isBeside(_ rule: String) -> Bool {
        ARN(rule).map { $0.region == region && $0.account == account } ?? false
    }

    /// What a target hands its events to, and those that couldn't be delivered.
    static func of(target attributes: [String: Value]) -> Set<PolicyHolder> {
        Set([attributes["arn"], attributes["deadLetterConfig"]?["arn"]].compactMap { $0?.string.flatMap(PolicyHolder.init) })
    }
}
