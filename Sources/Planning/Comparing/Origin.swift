/// What calls for a change, where the manifests are held against those before them.
public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// The change of the manifests.
    case thisChange = "this_change"
    /// A drift that was there before: the manifests called for the same already.
    case earlierDrift = "earlier_drift"
    /// The live object had drifted, and the manifests ask for something else than they did.
    case both
}

extension Plan {
    /// The plan with the origin of each change.
    ///
    /// - Parameters:
    ///   - former: what the manifests before this change call for, by the same observation; `nil` where there were none for these clouds.
    ///   - name: what they are called, such as `origin/main`.
    public func compared(with former: Plan?, named name: String) -> Plan {
        let before = Dictionary((former?.mutations ?? []).map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
        var plan = self
        plan.base = name
        plan.changes = changes.map { change in
            guard change.action.isMutating else { return change }
            var change = change
            change.origin =
                switch before[change.identity] {
                case nil: .thisChange
                case let former? where former.isSame(as: change): .earlierDrift
                case _?: .both
                }
            return change
        }
        return plan
    }
}

extension Change {
    fileprivate func isSame(as other: Change) -> Bool {
        (action, reason) == (other.action, other.reason) && before == other.before && after == other.after
    }
}
