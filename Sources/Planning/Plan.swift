public import Model
public import Routing

/// What would change in both clouds, and why not where it may not.
public struct Plan: Hashable, Sendable {
    public var stack: Stack
    /// Every declared resource, and every live one of this stack's that is declared no more, in the order of their addresses.
    public var changes: [Change]
    /// The part of all changes that this plan is about.
    public var selection: Selection
    /// What this plan leaves out, in the order of their addresses.
    public var deferred: [DeferredChange]
    /// What stands in the way of the plan, and what people should know.
    public var diagnostics: [Diagnostic]
    /// What it means for those who get events, in the order of the rules' addresses.
    public var impacts: [RoutingImpact]
    /// The safety rules that refuse it.
    public var refusals: [Diagnostic]
    /// The fingerprint of what it was made from.
    public var manifests: String
    /// How many resources the manifests declare.
    public var declared: Int
    /// How many live rules carry this stack's mark.
    public var owned: Int
    /// What the manifests are held against, so that each change tells its origin; `nil` where nobody asked.
    public var base: String?

    public init(
        stack: Stack, changes: [Change], selection: Selection = Selection(), deferred: [DeferredChange] = [],
        diagnostics: [Diagnostic] = [], refusals: [Diagnostic] = [],
        impacts: [RoutingImpact] = [], manifests: String = "", declared: Int, owned: Int
    ) {
        self.stack = stack
        self.changes = changes.sorted { $0.address < $1.address }
        self.selection = selection
        self.deferred = deferred.sorted { $0.change.address < $1.change.address }
        self.diagnostics = diagnostics.sorted()
        self.refusals = refusals.sorted()
        self.impacts = impacts.sorted { $0.rule < $1.rule }
        self.manifests = manifests
        self.declared = declared
        self.owned = owned
    }
}

extension Plan {
    public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// What of the live state could not be read, beyond what is declared.
    public var unread: [Diagnostic] { diagnostics.filter { $0.severity == .warning && $0.code == PartialObservation.code } }

    /// The changes that call for mutating requests.
    public var mutations: [Change] { changes.filter(\.action.isMutating) }

    public var isEmpty: Bool { mutations.isEmpty }

    /// Whether the clouds are as the manifests say, as far as anybody can see.
    public var isSettled: Bool { isEmpty && errors.isEmpty && refusals.isEmpty }

    public func count(_ action: Action) -> Int { changes.count { $0.action == action } }

    /// The manifests' half of the plan, what it leaves out included, for observing again what it was made for.
    public var desired: DesiredState {
        DesiredState(
            stack: stack,
            resources: (changes + deferred.map(\.change)).compactMap { change in
                guard let attributes = change.after ?? change.attributesOfAbsent else { return nil }
                return DesiredResource(
                    address: change.address, identity: change.identity, attributes: attributes, lifecycle: change.lifecycle,
                    place: change.place)
            })
    }
}
