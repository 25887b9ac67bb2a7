internal import Model

/// A rule's name in all of AWS: `arn:aws:events:REGION:ACCOUNT:rule/NAME` on the default bus, `…:rule/BUS/NAME` on another.
struct RuleARN: Hashable, Sendable, Comparable, CustomStringConvertible {
    static let defaultBus = "default"

    let description: String
    let bus: String
    let name: String

    /// `nil` where the text is no ARN of a rule. A partner bus's name has slashes of its own: the rule's is what follows the last.
    init?(_ arn: String) {
        guard let parts = ARN(arn), parts.service == "events", parts.resource.hasPrefix("rule/") else { return nil }
        let path = parts.resource.dropFirst("rule/".count)
        if let slash = path.lastIndex(of: "/") {
            bus = String(path[..<slash])
            name = String(path[path.index(after: slash)...])
        } else {
            bus = Self.defaultBus
            name = String(path)
        }
        guard !bus.isEmpty, !name.isEmpty else { return nil }
        description = arn
    }

    init(_ aws: Stack.AWS, bus: String, name: String) {
        let path = bus == Self.defaultBus ? name : "\(bus)/\(name)"
        description = "arn:\(aws.partition):events:\(aws.region):\(aws.accountID):rule/\(path)"
        self.bus = bus
        self.name = name
    }

    var identity: LiveIdentity { LiveIdentity(.rule, scope: bus, name: name) }

    static func < (left: RuleARN, right: RuleARN) -> Bool { left.description < right.description }
}
