/// The account's ARNs.
enum ARN {
    private static let prefix = "arn:\(SandboxIdentity.partition)"
    private static let place = "\(SandboxIdentity.region):\(SandboxIdentity.accountID)"

    static func bus(_ name: String) -> String { "\(prefix):events:\(place):event-bus/\(name)" }

    /// The bus is part of a rule's ARN except for the default bus.
    static func rule(_ name: String, bus: String) -> String {
        "\(prefix):events:\(place):rule/" + (bus == "default" ? name : "\(bus)/\(name)")
    }

    static func source(_ name: String) -> String { "\(prefix):events:\(SandboxIdentity.region)::event-source/\(name)" }

    static func function(_ name: String, qualifier: String? = nil) -> String {
        "\(prefix):lambda:\(place):function:\(name)" + (qualifier.map { ":\($0)" } ?? "")
    }

    static func queue(_ name: String) -> String { "\(prefix):sqs:\(place):\(name)" }

    static func topic(_ name: String) -> String { "\(prefix):sns:\(place):\(name)" }

    static func role(_ name: String) -> String { "\(prefix):iam::\(SandboxIdentity.accountID):role/\(name)" }

    static let user = "\(prefix):iam::\(SandboxIdentity.accountID):user/reconcile"
    static let accountRoot = "\(prefix):iam::"

    /// The bus and name in a rule's ARN: a partner bus's name has slashes, a rule's has none.
    static func ruleParts(_ arn: String) -> (bus: String, name: String)? {
        let start = "\(prefix):events:\(place):rule/"
        guard arn.hasPrefix(start) else { return nil }
        let path = arn.dropFirst(start.count)
        guard let slash = path.lastIndex(of: "/") else { return ("default", String(path)) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    /// A bus's name, given that or its ARN.
    static func busName(_ nameOrARN: String) -> String {
        guard nameOrARN.hasPrefix("arn:"), let mark = nameOrARN.firstRange(of: ":event-bus/") else { return nameOrARN }
        return String(nameOrARN[mark.upperBound...])
    }
}
