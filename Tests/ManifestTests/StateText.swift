import Model

extension DesiredState {
    /// The whole state as JSON, for golden files.
    var goldenText: String {
        let stack: Value = .map([
            "mark": .string(stack.mark.description), "api": .string(stack.genesys.api.rawValue),
            "genesysRegion": .string(stack.genesys.region),
            "organizationId": stack.genesys.organizationID.map { .string($0) } ?? .null, "awsRegion": .string(stack.aws.region),
            "accountId": .string(stack.aws.accountID), "maxDeletes": .string(stack.maxDeletes.map { "\($0)" } ?? "-"),
        ])
        var members: [String: Value] = ["stack": stack, "resources": .list(resources.map(\.golden))]
        if !absent.isEmpty { members["absent"] = .list(absent.map(\.golden)) }
        if !patternTests.isEmpty { members["patternTests"] = .list(patternTests.map(\.golden)) }
        return Value.map(members).prettyJSON
    }
}

extension PatternTest {
    fileprivate var golden: Value {
        let event: Value =
            switch event {
            case .sample(let topic, let source, let fields):
                ["topic": .string(topic), "source": .string(source), "fields": Value.map(fields).withUnknownsShown]
            case .recorded(let event): event.withUnknownsShown
            }
        let list = { (names: Set<String>?) in names.map { Value.list($0.sorted().map { .string($0) }) } ?? .null }
        return [
            "name": .string(name), "event": event, "bus": bus.map { .string($0) } ?? .null, "rules": list(rules),
            "consumers": list(consumers),
            "place": .string(place.description), "fieldPlaces": .map(fieldPlaces.mapValues { .string($0.description) }),
        ]
    }
}

extension DesiredResource {
    fileprivate var golden: Value {
        .map([
            "address": .string(address.description), "identity": .string(identity.description),
            "attributes": Value.map(attributes).withUnknownsShown,
            "lifecycle": .string(
                "\(lifecycle.manage.rawValue), \(lifecycle.listPolicy)\(lifecycle.adopt ? ", adopt" : "")\(lifecycle.protect ? ", protect" : "")"
                    + (lifecycle.forceDelete ? ", force delete" : "")
                    + (lifecycle.ignoreChanges.isEmpty
                        ? ""
                        : ", ignoring " + lifecycle.ignoreChanges.map { $0.joined(separator: " > ") }.sorted().joined(separator: " and "))),
            "previousNames": .list(lifecycle.previousNames.sorted().map { .string($0) }),
            "dependencies": .list(dependencies.sorted().map { .string($0.description) }),
            "place": .string(place?.description ?? "-"),
        ])
    }
}

extension Value {
    /// JSON has no unknown: here it is told from null.
    fileprivate var withUnknownsShown: Value {
        switch self {
        case .null, .bool, .number, .string: self
        case .list(let items): .list(items.map(\.withUnknownsShown))
        case .map(let members): .map(members.mapValues(\.withUnknownsShown))
        case .unknown(let unknown): .map(["<unknown>": .string(unknown.description)])
        }
    }
}
