internal import Model

/// Reads and writes the tags of rules: the users', and beside them those of ownership.
struct Tags {
    let transport: any AWSTransport

    /// All tags of a rule.
    func read(_ arn: String) async throws(ServiceError) -> [String: String] {
        Self.map(try await transport.call(.listTagsForResource, ["ResourceARN": .string(arn)])["Tags"])
    }

    /// The rules that bear the stack's mark, with all their tags. The tagging API may lag behind, and some emulators know no rules there.
    func marked(_ stack: StackMark) async throws(ServiceError) -> [RuleARN: [String: String]] {
        let filters: [String: Value] = [
            "TagFilters": [["Key": .string(OwnershipTag.stack), "Values": [.string(stack.description)]]],
            "ResourceTypeFilters": ["events:rule"],
        ]
        let pairs = try await transport.list(.getResources, filters) { resource in
            resource["ResourceARN"]?.string.flatMap { RuleARN($0) }.map { ($0, Self.map(resource["Tags"])) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The rules that have a tag of this key.
    func rules(tagged key: String) async throws(ServiceError) -> [RuleARN] {
        let filters: [String: Value] = ["TagFilters": [["Key": .string(key)]], "ResourceTypeFilters": ["events:rule"]]
        return try await transport.list(.getResources, filters) { $0["ResourceARN"]?.string.flatMap { RuleARN($0) } }
    }

    /// Makes a live rule's tags those that the operation wants, with as few calls as that takes.
    func converge(_ operation: Operation, arn: String) async throws(ServiceError) {
        let wanted = Self.wanted(operation)
        let live = Self.live(operation)
        let changed = wanted.filter { live[$0.key] != $0.value }
        let gone = live.keys.filter { wanted[$0] == nil }.sorted()
        if !changed.isEmpty {
            _ = try await transport.call(.tagResource, ["ResourceARN": .string(arn), "Tags": Self.wire(changed)])
        }
        if !gone.isEmpty {
            _ = try await transport.call(
                .untagResource, ["ResourceARN": .string(arn), "TagKeys": .list(gone.map { .string($0) })])
        }
    }

    /// The tags that the rule has afterwards.
    static func wanted(_ operation: Operation) -> [String: String] {
        users(operation.attributes).merging(OwnershipTag.tags(operation.stack, resource: operation.address.name)) { $1 }
    }

    /// As a request takes them, in a stable order.
    static func wire(_ tags: [String: String]) -> Value {
        .list(tags.sorted { $0.key < $1.key }.map { ["Key": .string($0.key), "Value": .string($0.value)] })
    }

    private static func live(_ operation: Operation) -> [String: String] {
        guard let live = operation.live else { return [:] }
        guard case .ours(let resource) = live.ownership else { return users(live.attributes) }
        return users(live.attributes).merging(OwnershipTag.tags(operation.stack, resource: resource)) { $1 }
    }

    private static func users(_ attributes: [String: Value]) -> [String: String] {
        (attributes["tags"]?.map ?? [:]).compactMapValues(\.string)
    }

    private static func map(_ wire: Value?) -> [String: String] {
        let pairs = (wire?.list ?? []).compactMap { tag in tag["Key"]?.string.map { ($0, tag["Value"]?.string ?? "") } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
