internal import Model

/// A routing queue between its wire shape and its canonical one.
enum QueueShape {
    /// What the service alone writes: never compared, never sent.
    static let readOnly: Set = [
        "id", "dateCreated", "dateModified", "createdBy", "modifiedBy", "memberCount", "userMemberCount", "joinedMemberCount", "selfUri",
    ]

    /// All that can be declared of a queue: without what is absent (`null` or empty), lists that mean sets in order.
    ///
    /// - Parameter division: as the manifest declares it: by its id, or else by its name.
    static func attributes(of wire: [String: Value], division: String? = nil) -> [String: Value] {
        var attributes = wire.filter { !readOnly.contains($0.key) }.compactMapValues(present)
        let liveDivision = wire["division"]
        attributes["division"] = liveDivision?["id"]?.string == division ? liveDivision?["id"] : liveDivision?["name"]
        if let groups = attributes["memberGroups"]?.list {
            attributes["memberGroups"] = sorted(groups.map { .map(($0.map ?? [:]).filter { ["id", "type"].contains($0.key) }) })
        }
        if var libraries = attributes["cannedResponseLibraries"]?.map, let ids = libraries["libraryIds"]?.list {
            libraries["libraryIds"] = sorted(ids)
            attributes["cannedResponseLibraries"] = .map(libraries)
        }
        return attributes
    }

    /// The body of a PUT: the queue with the declared fields merged in, maps deep. PUT replaces a queue whole, and a field left out is removed;
    /// the division alone it doesn't take, since another call changes that.
    static func merged(_ wire: [String: Value], with declared: [String: Value]) -> [String: Value] {
        wire.filter { !readOnly.contains($0.key) && $0.key != "division" }.merging(declared, uniquingKeysWith: merged)
    }

    /// Whether a queue has all that is declared of it; its division and rosters apart, which aren't written with it.
    static func isWritten(_ live: [String: Value], _ declared: [String: Value]) -> Bool {
        let declared = declared.filter { $0.key != "division" && QueueRoster(rawValue: $0.key) == nil }
        return attributes(of: merged(live, with: declared)) == attributes(of: merged(live, with: [:]))
    }

    private static func merged(_ live: Value, _ declared: Value) -> Value {
        guard let live = live.map, let members = declared.map else { return declared }
        // A reference to another object keeps nothing, such as a name, of what it referred to.
        if let id = members["id"], id != live["id"] { return declared }
        return .map(live.merging(members, uniquingKeysWith: merged))
    }

    private static func present(_ value: Value) -> Value? {
        switch value {
        case .null, .string(""): nil
        case .map(let members): .map(members.filter { $0.key != "selfUri" }.compactMapValues(present))
        case .list(let items): .list(items.map { present($0) ?? $0 })
        case .bool, .number, .string, .unknown: value
        }
    }

    private static func sorted(_ items: [Value]) -> Value { .list(Set(items).sorted { $0.json < $1.json }) }
}
