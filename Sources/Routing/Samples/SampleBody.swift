public import Model

extension Topic {
    /// A body with every field that the catalogue knows, with values of the right type. Nothing in it is of a person: numbers are among those that are
    /// kept for fiction (555-0100), addresses lie below example.com.
    public var sampleBody: Value {
        fields.reduce(into: Value.map([:])) { body, field in body.insert(field.sample, at: field.steps[...]) }
    }
}

extension EventField {
    private static let samples: [String: Value] = [
        "ani": "tel:+15555550100", "dnis": "tel:+15555550101", "addressFrom": "tel:+15555550100", "addressTo": "tel:+15555550101",
        "callbackNumbers": "+15555550100", "callbackUserName": "Sample Customer", "provider": "Edge", "mediaType": "VOICE",
        "direction": "INBOUND", "acdOutcome": "ANSWERED", "disconnectType": "PEER", "queueName": "Sample Queue", "remoteIp": "192.0.2.1",
    ]

    /// One value of the field.
    var sample: Value {
        let key = steps.last?.key ?? ""
        if type == .string, let value = Self.samples[key], values.isEmpty || values.contains(value.string ?? "") { return value }
        switch type {
        case .string: return .string(values.first { $0.lowercased() != "unknown" } ?? "sample")
        case .uuid: return .string(StandIn.id(key))
        case .integer, .number: return key.hasSuffix("Time") ? 1_735_689_600_000 : key.hasSuffix("Ms") ? 30_000 : 1
        case .boolean: return true
        case .time: return "2025-01-01T00:00:00.000Z"
        case .any: return ["sample": "sample"]
        }
    }
}

extension Value {
    /// Puts a leaf where the steps lead, lists with one element.
    fileprivate mutating func insert(_ leaf: Value, at steps: ArraySlice<EventField.Step>) {
        guard let step = steps.first else { return self = leaf }
        var members = map ?? [:]
        var child = members[step.key] ?? .map([:])
        if step.isList, case .list(let items) = child, let first = items.first { child = first }
        child.insert(leaf, at: steps.dropFirst())
        members[step.key] = step.isList ? .list([child]) : child
        self = .map(members)
    }

    /// Replaces what lies at a path of keys, or removes it where there is no value. What is on the way is made; of a list, every element is meant.
    mutating func set(_ value: Value?, at path: ArraySlice<String>) {
        guard let key = path.first else { return self = value ?? .null }
        if case .list(let items) = self {
            return self = .list(
                items.map { item in
                    var item = item
                    item.set(value, at: path)
                    return item
                })
        }
        var members = map ?? [:]
        if path.count == 1 {
            members[key] = value
        } else {
            var child = members[key] ?? .map([:])
            child.set(value, at: path.dropFirst())
            members[key] = child
        }
        self = .map(members)
    }
}
