internal import Model

extension DesiredResource {
    /// The object that has the resource's name, or else the one that has one of its former names: that one is to be renamed, not made again. What
    /// is to be gone is known by its name alone.
    ///
    /// - Throws: `ServiceError` where several former names are live, so that it can't be told which is meant.
    func byName<Object>(_ find: (String) async throws(ServiceError) -> Object?) async throws(ServiceError) -> Object? {
        if let object = try await find(identity.name) { return object }
        var live: [(name: String, object: Object)] = []
        for name in lifecycle.previousNames.sorted() where lifecycle.ensure == .present {
            if let object = try await find(name) { live.append((name, object)) }
        }
        guard live.count < 2 else {
            throw ServiceError(
                .conflict, system: .genesys, operation: "look for \(address)",
                summary: "several former names of \(address) are live: \(live.map(\.name).joined(separator: ", "))",
                fix: "Leave in lifecycle.previousNames only the name of the one that is to be renamed")
        }
        return live.first?.object
    }
}
