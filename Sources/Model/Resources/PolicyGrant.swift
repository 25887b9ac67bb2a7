/// A statement that lets EventBridge hand events of one rule, or of all rules of a bus, to a policy's holder: as it is declared, and as it is seen.
public struct PolicyGrant: Hashable, Sendable {
    public var holder: PolicyHolder
    public var sid: String
    /// Sorted.
    public var actions: [String]
    /// Services, sorted.
    public var principals: [String]
    /// A rule's ARN, or `…:rule/BUS/*`.
    public var source: String?

    public init(holder: PolicyHolder, sid: String, actions: [String], principals: [String], source: String?) {
        self.holder = holder
        self.sid = sid
        self.actions = actions.sorted()
        self.principals = principals.sorted()
        self.source = source
    }

    /// The statement that a stack needs there.
    public init(_ holder: PolicyHolder, source: String, stack: StackMark) {
        let service = holder.service
        self.init(
            holder: holder, sid: "", actions: service.actions, principals: service.principals, source: source)
        sid = ownID(stack) ?? ""
    }

    /// The Sid that the stack gives a statement of this content; `nil` where it has no source, and so isn't one of ours.
    public func ownID(_ stack: StackMark) -> String? {
        guard let source else { return nil }
        let id = StatementID.sid(
            stack, resource: holder.arn, action: actions.joined(separator: ","), principal: principals.joined(separator: ","),
            sourceARN: source)
        // A Sid takes letters and digits alone in IAM's grammar (IAM User Guide, "Sid"); only the other services say that they take more.
        return holder.service == .logs ? id.filter { $0 != "-" } : id
    }

    public var identity: LiveIdentity { LiveIdentity(.permission, scope: holder.arn, name: sid) }

    /// As `Kind` documents a permission's.
    public var attributes: [String: Value] {
        var attributes = [String: Value](minimumCapacity: 6)
        attributes["statementId"] = .string(sid)
        attributes["action"] = Self.value(actions)
        attributes["principal"] = Self.value(principals)
        attributes["sourceArn"] = source.map { .string($0) }
        if holder.service == .lambda {
            attributes["functionName"] = .string(holder.unqualifiedARN)
            attributes["qualifier"] = holder.qualifier.map { .string($0) }
        } else {
            attributes["resource"] = .string(holder.arn)
        }
        return attributes
    }

    private static func value(_ texts: [String]) -> Value? {
        switch texts.count {
        case 0: nil
        case 1: .string(texts[0])
        default: .list(texts.map { .string($0) })
        }
    }
}

extension PolicyGrant {
    /// What a permission's identity and attributes say; `nil` where they are none's.
    public init?(_ identity: LiveIdentity, _ attributes: [String: Value]) {
        guard identity.kind == .permission, let holder = PolicyHolder(identity.scope) else { return nil }
        func texts(_ name: String) -> [String] { attributes[name]?.strings ?? attributes[name]?.string.map { [$0] } ?? [] }
        self.init(
            holder: holder, sid: identity.name, actions: texts("action"), principals: texts("principal"),
            source: attributes["sourceArn"]?.string)
    }
}

extension Address {
    /// The statement for all rules of a bus in one policy: no rule's own.
    public static func permission(ofBus bus: String, holder: String) -> Address {
        Address(.permission, "\(sharedPrefix)\(bus.replacing("/", with: ":"))", part: holder)
    }

    public var isSharedPermission: Bool { kind == .permission && name.hasPrefix(Self.sharedPrefix) }

    /// Names in manifests have no colon.
    private static let sharedPrefix = "bus:"
}
