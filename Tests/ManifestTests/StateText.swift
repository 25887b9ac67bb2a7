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
        return Value.map(["stack": stack, "resources": .list(resources.map(\.golden))]).prettyJSON
    }
}

extension DesiredResource {
    fileprivate var golden: Value {
        .map([
            "address": .string(address.description), "identity": .string(identity.description),
            "attributes": Value.map(attributes).withUnknownsShown,
            "lifecycle": .string(
                "\(lifecycle.manage.rawValue), \(lifecycle.listPolicy)\(lifecycle.adopt ? ", adopt" : "")\(lifecycle.protect ? ", protect" : "")"
            ),
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
