internal import Model

/// A statement of a function's policy.
struct PolicyStatement: Hashable, Sendable {
    let sid: String
    private let action: String?
    private let principal: String?
    private let sourceARN: String?
    /// It says no more than what AddPermission writes for an AWS service and a source.
    private let isPlain: Bool

    /// The statements of a policy's JSON; those without a Sid can't be told apart, and are nobody's to change.
    static func statements(of policy: String) -> [PolicyStatement]? {
        guard let document = try? Value(json: policy), let statement = document["Statement"] else { return nil }
        return (statement.list ?? [statement]).compactMap(PolicyStatement.init)
    }

    private init?(_ wire: Value) {
        guard let sid = wire["Sid"]?.string else { return nil }
        let conditions = Self.conditions(wire["Condition"])
        let sources = conditions.filter { Self.sourceOperators.contains($0.comparison) && $0.key == "aws:sourcearn" }.compactMap(
            \.value.string)
        self.sid = sid
        action = wire["Action"]?.string
        principal = wire["Principal"]?["Service"]?.string ?? wire["Principal"]?.string ?? wire["Principal"]?["AWS"]?.string
        sourceARN = sources.first
        isPlain =
            wire["Effect"] == "Allow" && wire["Principal"]?["Service"]?.string != nil && conditions.count == 1 && sources.count == 1
    }

    func object(on function: FunctionARN, for stack: StackMark) -> LiveObject {
        LiveObject(
            identity: LiveIdentity(.permission, scope: function.description, name: sid), id: sid, attributes: attributes(on: function),
            ownership: isOurs(on: function, stack) ? .ours(resource: "") : .unmarked)
    }

    /// As `Kind` documents a permission's.
    func attributes(on function: FunctionARN) -> [String: Value] {
        let attributes: [String: String?] = [
            "functionName": function.function, "qualifier": function.qualifier, "statementId": sid, "action": action,
            "principal": principal, "sourceArn": sourceARN,
        ]
        return attributes.compactMapValues { $0.map { .string($0) } }
    }

    /// Whether the stack has put it there for this rule.
    func isOurs(on function: FunctionARN, _ stack: StackMark, for rule: String) -> Bool {
        sourceARN == rule && isOurs(on: function, stack)
    }

    /// A Sid covers what its statement allows: a statement that was edited is no longer the stack's.
    private func isOurs(on function: FunctionARN, _ stack: StackMark) -> Bool {
        guard isPlain, let action, let principal, let sourceARN else { return false }
        return sid
            == StatementID.sid(stack, function: function.description, action: action, principal: principal, sourceARN: sourceARN)
    }

    /// AddPermission writes ArnLike; its reference speaks of StringLike.
    private static let sourceOperators: Set = ["ArnLike", "ArnEquals", "StringLike", "StringEquals"]

    /// Condition keys have no case (IAM User Guide, "Condition").
    private static func conditions(_ wire: Value?) -> [(comparison: String, key: String, value: Value)] {
        (wire?.map ?? [:]).flatMap { comparison, keys in
            (keys.map ?? [:]).map { (comparison, $0.key.lowercased(), $0.value) }
        }
    }
}
