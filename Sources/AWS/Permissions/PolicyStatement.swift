internal import Model

/// A statement of a policy, as it was read, and what it grants.
struct PolicyStatement: Hashable, Sendable {
    let wire: Value
    let grant: PolicyGrant
    /// It says no more than that services may do something on behalf of a source.
    private let isPlain: Bool

    var sid: String { grant.sid }

    /// `nil` where it has no Sid: it can't be told apart, and is nobody's to change.
    init?(_ wire: Value, of holder: PolicyHolder) {
        guard let sid = wire["Sid"]?.string else { return nil }
        let conditions = Self.conditions(wire["Condition"])
        let sources = conditions.filter { Self.sourceOperators.contains($0.comparison) && $0.key == "aws:sourcearn" }.compactMap(
            \.value.string)
        let principal = wire["Principal"]
        let services = Self.texts(principal?["Service"])
        self.wire = wire
        grant = PolicyGrant(
            holder: holder, sid: sid, actions: Self.texts(wire["Action"]),
            principals: services.isEmpty ? Self.texts(principal) + Self.texts(principal?["AWS"]) : services, source: sources.first)
        isPlain =
            wire["Effect"] == "Allow" && !services.isEmpty && principal?.map?.count == 1 && conditions.count == 1 && sources.count == 1
            && (holder.service == .lambda || Self.texts(wire["Resource"]) == [holder.resource])
            && Self.members.isSuperset(of: wire.map?.keys.map { $0 } ?? [])
    }

    func object(for stack: StackMark) -> LiveObject {
        LiveObject(
            identity: grant.identity, id: sid, attributes: grant.attributes,
            ownership: isOurs(stack) ? .ours(resource: "") : .unmarked)
    }

    /// A Sid covers what its statement allows: a statement that was edited is no longer the stack's.
    func isOurs(_ stack: StackMark) -> Bool { isPlain && sid == grant.ownID(stack) }

    private static let members: Set = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"]
    /// AddPermission writes ArnLike; its reference speaks of StringLike.
    private static let sourceOperators: Set = ["ArnLike", "ArnEquals", "StringLike", "StringEquals"]

    /// Policies write one text by itself or in a list.
    private static func texts(_ wire: Value?) -> [String] { wire?.strings ?? wire?.string.map { [$0] } ?? [] }

    /// Condition keys have no case (IAM User Guide, "Condition").
    private static func conditions(_ wire: Value?) -> [(comparison: String, key: String, value: Value)] {
        (wire?.map ?? [:]).flatMap { comparison, keys in
            (keys.map ?? [:]).map { (comparison, $0.key.lowercased(), Self.single($0.value)) }
        }
    }

    private static func single(_ value: Value) -> Value {
        guard let list = value.list, list.count == 1 else { return value }
        return list[0]
    }
}

extension PolicyHolder {
    /// As the holder's own policy names it.
    var resource: String { service == .logs ? arn + ":*" : arn }
}

extension PolicyGrant {
    /// The statement as a policy has it.
    var wire: Value {
        let condition: Value? = source.map { ["ArnLike": ["aws:SourceArn": .string($0)]] }
        let members: [String: Value?] = [
            "Sid": .string(sid), "Effect": "Allow", "Principal": ["Service": Self.texts(principals)], "Action": Self.texts(actions),
            "Resource": .string(holder.resource), "Condition": condition,
        ]
        return .map(members.compactMapValues { $0 })
    }

    private static func texts(_ texts: [String]) -> Value {
        texts.count == 1 ? .string(texts[0]) : .list(texts.map { .string($0) })
    }
}
