import Model

extension Value {
    /// The value with a JSON merge patch applied (RFC 7396): maps merge, `null` removes, all else replaces.
    func merging(_ patch: Value) -> Value {
        guard case .map(let changes) = patch else { return patch }
        var members = map ?? [:]
        for (key, change) in changes {
            if change == .null {
                members.removeValue(forKey: key)
            } else {
                members[key] = (members[key] ?? .null).merging(change)
            }
        }
        return .map(members)
    }
}
