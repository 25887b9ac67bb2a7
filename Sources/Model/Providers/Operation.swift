/// One change as an adapter makes it: everything known, nothing left to decide.
public struct Operation: Hashable, Sendable {
    public enum Action: String, Hashable, Sendable {
        case create
        case update
        case delete
    }

    public var action: Action
    public var address: Address
    public var identity: LiveIdentity
    /// All that the object must have afterwards, unknowns resolved; empty for a deletion. Of an update of a kind that is compared as declared,
    /// only what the manifest declares: the adapter reads the object again and merges.
    public var attributes: [String: Value]
    /// The object that the plan was made from; `nil` for a creation.
    public var live: LiveObject?
    /// Whose mark the object bears afterwards.
    public var stack: StackMark
    /// Of a deletion: with all that still belongs to the object. Never unless the manifest declares it.
    public var isForced: Bool

    public init(
        _ action: Action, address: Address, identity: LiveIdentity, attributes: [String: Value], live: LiveObject?,
        stack: StackMark, isForced: Bool = false
    ) {
        self.action = action
        self.address = address
        self.identity = identity
        self.attributes = attributes
        self.live = live
        self.stack = stack
        self.isForced = isForced
    }
}
