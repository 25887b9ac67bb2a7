internal import Model

/// A rule as ListRules tells of it: all but its tags.
struct LiveRule: Hashable, Sendable {
    let arn: RuleARN
    /// The AWS service that the rule belongs to.
    let managedBy: String?
    private let fields: [String: Value]

    /// `nil` where the entry has no name.
    init?(_ wire: Value, bus: String, _ aws: Stack.AWS) {
        guard let name = wire["Name"]?.string else { return nil }
        arn = RuleARN(aws, bus: bus, name: name)
        managedBy = wire["ManagedBy"]?.string
        fields = [
            "name": wire["Name"], "eventBusName": .string(bus), "eventPattern": wire["EventPattern"].flatMap(Self.tree),
            "scheduleExpression": wire["ScheduleExpression"], "state": wire["State"] ?? "ENABLED", "description": wire["Description"],
            "roleArn": wire["RoleArn"],
        ].compactMapValues { $0 }.filter { $0.value != "" && $0.value != .null }
    }

    /// - Parameter tags: all of the rule's.
    func object(tags: [String: String], ownership: Ownership) -> LiveObject {
        let users = tags.filter { !$0.key.hasPrefix(OwnershipTag.prefix) }
        var attributes = fields
        if !users.isEmpty { attributes["tags"] = .map(users.mapValues { .string($0) }) }
        return LiveObject(
            identity: arn.identity, id: arn.description, attributes: attributes, outputs: ["arn": .string(arn.description)],
            ownership: ownership)
    }

    /// A pattern is JSON in a string; one that isn't stays what it is.
    private static func tree(_ pattern: Value) -> Value? {
        guard let text = pattern.string, !text.isEmpty else { return nil }
        return (try? Value(json: text)) ?? pattern
    }
}
