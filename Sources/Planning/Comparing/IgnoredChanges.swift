internal import Model

extension DesiredResource {
    /// With the fields of `lifecycle.ignoreChanges` as the live object has them: they don't differ, and are sent as they are. Of a kind that is compared
    /// as declared, a field that the manifest leaves out stays left out.
    func ignoringChanges(of live: LiveObject) -> DesiredResource {
        var resource = self
        for path in lifecycle.ignoreChanges {
            guard let field = path.first, address.kind.comparison == .whole || attributes[field] != nil else { continue }
            resource.attributes = resource.attributes.keeping(path[...], of: live.attributes)
        }
        return resource
    }
}

extension [String: Value] {
    /// With what stands at a path in others: its value, or nothing where there is none. A map that this leaves empty goes.
    fileprivate func keeping(_ path: ArraySlice<String>, of live: [String: Value]) -> [String: Value] {
        guard let key = path.first else { return self }
        var members = self
        let rest = path.dropFirst()
        guard !rest.isEmpty else {
            members[key] = live[key]
            return members
        }
        // Where one side has another kind of value there, the path names nothing of it.
        guard let own = (self[key] ?? [:]).map, let present = (live[key] ?? [:]).map else { return self }
        let kept = own.keeping(rest, of: present)
        members[key] = kept.isEmpty ? nil : .map(kept)
        return members
    }
}
