internal import Model

/// An integration's `config/current` (the vendor's SDK, `IntegrationConfiguration`).
struct IntegrationConfiguration: Hashable, Sendable {
    private static let coordinates = ["awsAccountId", "awsAccountRegion", "eventSourceSuffix"]
    private static let writable: Set = ["name", "version", "notes", "advanced", "credentials", "properties"]
    /// What the service's store writes for an empty text.
    private static let emptyNotes = "node_dynamodb_empty_string"

    private var wire: [String: Value]

    /// `nil` where the value is no configuration, but the reference to one that a listing has where it wasn't expanded.
    init?(_ wire: Value) {
        guard let members = wire.map, members["version"]?.integer != nil else { return nil }
        self.wire = members
    }

    var properties: [String: Value] { wire["properties"]?.map ?? [:] }

    private var notes: String {
        let notes = wire["notes"]?.string ?? ""
        return notes == Self.emptyNotes ? "" : notes
    }

    private var topics: [String]? { properties["eventFilter"]?.strings }

    /// The body of a PUT: all that can be written, as it is, with the version that it was read at.
    var body: Value {
        let defaults: [String: Value] = ["advanced": [:], "credentials": [:], "notes": "", "properties": [:]]
        return .map(wire.filter { Self.writable.contains($0.key) && $0.value != .null }.merging(defaults) { live, _ in live })
    }

    // MARK: Canonical shape

    func attributes(of stack: StackMark) -> [String: Value] {
        var attributes = properties.filter { Self.coordinates.contains($0.key) && $0.value != .null && $0.value != "" }
        if let topics { attributes["topics"] = .list(topics.sorted().map { .string($0) }) }
        if let mark = mark(of: stack) { attributes["contributedTopics"] = .list(mark.topics.map { .string($0) }) }
        return attributes
    }

    /// Contributors leave marks as well; the owner's alone names a resource.
    func ownership(for stack: StackMark) -> Ownership {
        let owners = IntegrationMark.marks(in: notes).filter { $0.resource != nil }
        if let other = owners.first(where: { $0.stack != stack }) { return .another(other.stack) }
        return owners.first?.resource.map { .ours(resource: $0) } ?? .unmarked
    }

    private func mark(of stack: StackMark) -> IntegrationMark? {
        IntegrationMark.marks(in: notes).first { $0.stack == stack }
    }

    // MARK: Change

    /// The configuration with what the operation declares merged in; all else stays as it is.
    func merged(with operation: Operation) -> IntegrationConfiguration {
        var merged = self
        var properties = properties
        for key in Self.coordinates {
            if let value = operation.attributes[key] { properties[key] = value }
        }
        if let wanted = operation.attributes["topics"]?.strings {
            let topics = mergedTopics(live: topics ?? [], wanted: wanted, planned: operation.live?.attributes["topics"]?.strings ?? [])
            properties["eventFilter"] = .list(topics.map { .string($0) })
        }
        merged.wire["properties"] = .map(properties)
        if let name = operation.attributes["name"] { merged.wire["name"] = name }
        merged.wire["notes"] = .string(markedNotes(operation))
        return merged
    }

    /// With what others wrote into the notes of the one that gives way to this.
    func inheriting(from former: IntegrationConfiguration?) -> IntegrationConfiguration {
        guard let former, notes.isEmpty, !former.notes.isEmpty else { return self }
        var heir = self
        heir.wire["notes"] = .string(former.notes)
        return heir
    }

    func renamed(to name: String) -> IntegrationConfiguration {
        var renamed = self
        renamed.wire["name"] = .string(name)
        return renamed
    }

    /// Whether it is the stack's own and has the account, region and suffix that the resource declares.
    func isStill(_ resource: DesiredResource, of stack: StackMark) -> Bool {
        ownership(for: stack) == .ours(resource: resource.address.name)
            && Self.coordinates.allSatisfy { resource.attributes[$0] == nil || resource.attributes[$0] == properties[$0] }
    }

    private func markedNotes(_ operation: Operation) -> String {
        let isOthers = if case .another? = operation.live?.ownership { true } else { false }
        let contributed = operation.attributes["contributedTopics"]?.strings ?? mark(of: operation.stack)?.topics ?? []
        return IntegrationMark(stack: operation.stack, resource: isOthers ? nil : operation.address.name, topics: contributed)
            .written(into: notes)
    }
}

/// The topics to write, sorted: those wanted, and those that others added since the plan was made.
func mergedTopics(live: [String], wanted: [String], planned: [String]) -> [String] {
    Set(wanted).union(Set(live).subtracting(planned)).sorted()
}
