/// What a set of manifests declares, references resolved by name: the planner's one half.
public struct DesiredState: Hashable, Sendable {
    public var stack: Stack
    /// What is to be there, in the order of their addresses, each address once.
    public var resources: [DesiredResource]
    /// What is declared to be gone (`ensure: absent`), in the same order. Beyond the deletion nothing is known of it.
    public var absent: [DesiredResource]

    /// The checks that the manifests suppress.
    public var ignoredChecks: [IgnoredCheck]
    /// What the manifests expect of their own rules.
    public var patternTests: [PatternTest]

    /// - Parameter declared: in any order, what is to be there and what is to be gone.
    public init(
        stack: Stack, resources declared: [DesiredResource], ignoredChecks: [IgnoredCheck] = [], patternTests: [PatternTest] = []
    ) {
        // Kind by kind: those of one kind mostly come in order.
        let order = Kind.allCases.sorted().flatMap { kind in
            declared.indices.filter { declared[$0].address.kind == kind }.sorted { declared[$0].address < declared[$1].address }
        }
        self.stack = stack
        self.ignoredChecks = ignoredChecks
        self.patternTests = patternTests
        resources = order.filter { declared[$0].lifecycle.ensure == .present }.map { declared[$0] }
        absent = order.filter { declared[$0].lifecycle.ensure == .absent }.map { declared[$0] }
    }

    public func resources(_ kind: Kind) -> [DesiredResource] { positions(kind).map { resources[$0] } }

    /// Where in `resources` those of a kind are.
    public func positions(_ kind: Kind) -> [Int] { resources.indices.filter { resources[$0].address.kind == kind } }

    /// All that the live state must be asked for.
    public var declared: [DesiredResource] { resources + absent }

    public func declared(_ kind: Kind) -> [DesiredResource] { declared.filter { $0.address.kind == kind } }
}

public struct DesiredResource: Hashable, Sendable {
    public var address: Address
    public var identity: LiveIdentity
    /// As `Kind` documents them; leaves that other resources tell are unknown, each as a reference to the resource's output.
    public var attributes: [String: Value]
    public var lifecycle: Lifecycle
    /// What must be done first, beyond what the attributes refer to.
    public var dependencies: Set<Address>
    public var place: SourceLocation?
    public var places: AttributePlaces

    public init(
        address: Address, identity: LiveIdentity, attributes: [String: Value], lifecycle: Lifecycle = Lifecycle(),
        dependencies: Set<Address> = [], place: SourceLocation? = nil, places: AttributePlaces = [:]
    ) {
        self.address = address
        self.identity = identity
        self.attributes = attributes
        self.lifecycle = lifecycle
        self.dependencies = dependencies
        self.place = place
        self.places = places
    }
}

/// How far a resource is managed: the manifest's `spec.lifecycle` and the policies that stand beside it.
public struct Lifecycle: Hashable, Sendable {
    /// `full`, or `reference`: looked up, never created, changed or deleted.
    public enum Manage: String, Hashable, Sendable, CaseIterable {
        case full
        case reference
    }

    /// Whether the object is to be there, or to be deleted where it is.
    public enum Ensure: String, Hashable, Sendable, CaseIterable {
        case present
        case absent
    }

    /// Whether topics or targets that the manifest doesn't name may stay: others contribute to a `shared` list.
    public enum ListPolicy: Hashable, Sendable {
        case exclusive
        case shared
    }

    public var manage: Manage
    public var ensure: Ensure
    public var listPolicy: ListPolicy
    /// Take over a live object that carries no mark.
    public var adopt: Bool
    /// Never deleted, and never replaced by another, while the manifest says so.
    public var protect: Bool
    /// Live names, or names in the manifests, that the resource had before.
    public var previousNames: Set<String>
    /// Attributes, or parts of them, that stay as they are live once the object exists: the keys from the resource down.
    public var ignoreChanges: Set<[String]>
    /// Of a queue: delete it with all that still belongs to it, where it is to be gone.
    public var forceDelete: Bool

    public init(
        manage: Manage = .full, ensure: Ensure = .present, listPolicy: ListPolicy = .exclusive, adopt: Bool = false, protect: Bool = false,
        previousNames: Set<String> = [], ignoreChanges: Set<[String]> = [], forceDelete: Bool = false
    ) {
        self.manage = manage
        self.ensure = ensure
        self.listPolicy = listPolicy
        self.adopt = adopt
        self.protect = protect
        self.previousNames = previousNames
        self.ignoreChanges = ignoreChanges
        self.forceDelete = forceDelete
    }
}
