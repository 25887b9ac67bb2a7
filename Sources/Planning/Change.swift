public import Model

/// What a plan does to one resource, or that it does nothing.
public struct Change: Hashable, Sendable {
    public var address: Address
    public var identity: LiveIdentity
    public var action: Action
    /// What is compared of the live object; `nil` where there is none.
    public var before: [String: Value]?
    /// What the object has afterwards of what is compared, unknowns included; `nil` after a deletion.
    public var after: [String: Value]?
    /// The live object that the change was planned from.
    public var live: LiveObject?
    public var reason: Reason?
    public var lifecycle: Lifecycle
    /// The changes that must be done first: only such as do something.
    public var dependencies: Set<Address>
    public var place: SourceLocation?
    /// What calls for it; `nil` where nobody asked, or where nothing is to be done.
    public var origin: Origin?

    public init(
        address: Address, identity: LiveIdentity, action: Action, before: [String: Value]? = nil,
        after: [String: Value]? = nil, live: LiveObject? = nil, reason: Reason? = nil, lifecycle: Lifecycle = Lifecycle(),
        dependencies: Set<Address> = [], place: SourceLocation? = nil
    ) {
        self.address = address
        self.identity = identity
        self.action = action
        self.before = before
        self.after = after
        self.live = live
        self.reason = reason
        self.lifecycle = lifecycle
        self.dependencies = dependencies
        self.place = place
    }
}

/// Named as Terraform names the actions of a plan.
public enum Action: String, Hashable, Sendable, CaseIterable {
    case noOp = "no-op"
    case read
    case create
    case update
    case delete

    /// Whether the action calls for a mutating request.
    public var isMutating: Bool {
        switch self {
        case .noOp, .read: false
        case .create, .update, .delete: true
        }
    }
}

/// Why a change is made, where its attributes don't say it.
public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// No longer declared, and it carries this stack's mark.
    case pruned
    /// On a rule of ours, but not declared there.
    case undeclaredTarget = "undeclared_target"
    /// It carried no mark, and the manifest or a flag allows taking it over.
    case adopted
    /// It carries this stack's mark under the name that the resource had before.
    case renamed
    /// Its manifest says `ensure: absent`, and it is live.
    case declaredAbsent = "declared_absent"
    /// Its place is taken by another object of the same resource: of a creation, this one takes it; of a deletion, this one has lost it.
    case replaced
}

extension Change {
    /// The attributes that differ, nested ones by their path, in order.
    public var differences: [Difference] { Difference.between(before ?? [:], after ?? [:]) }

    /// Where the object was taken over, its id.
    public var importing: String? { reason == .adopted ? live?.id : nil }

    /// The attributes that a replacing request (GET, merge, PUT) carries along as they are, because the manifest doesn't declare them.
    public var carriedAttributes: [String] {
        guard action == .update, address.kind.comparison == .declared, let live else { return [] }
        return live.attributes.keys.filter { after?[$0] == nil }.sorted()
    }

    /// The resource that a change is about: what is replaced goes with its successor, and bears the name `SUCCESSOR@FORMER`. So does what a
    /// replacement left behind of a resource that is declared to be gone.
    public var subject: Address {
        guard reason == .replaced || reason == .declaredAbsent, let at = address.name.lastIndex(of: "@") else { return address }
        return Address(address.kind, String(address.name[..<at]), part: address.part)
    }
}
