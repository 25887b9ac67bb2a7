/// What was seen of the live state: the planner's other half. What could not be read is a gap, never an absence.
public struct Observation: Hashable, Sendable {
    public var objects: [LiveIdentity: LiveObject]
    public var gaps: [Gap]
    /// What was seen beside the objects that people should know, or that stands against what is declared, such as a role that doesn't trust EventBridge.
    public var findings: [Diagnostic]

    public init(objects: [LiveObject] = [], gaps: [Gap] = [], findings: [Diagnostic] = []) {
        self.objects = Dictionary(objects.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
        self.gaps = gaps
        self.findings = findings
    }

    public func lookUp(_ identity: LiveIdentity) -> LookUp {
        if let object = objects[identity] { return .present(object) }
        if let gap = gaps.first(where: { $0.covers(identity) }) { return .unknown(gap) }
        return .absent
    }

    public static func + (left: Observation, right: Observation) -> Observation {
        var sum = left
        sum += right
        return sum
    }

    public static func += (sum: inout Observation, part: Observation) {
        sum.objects.merge(part.objects) { first, _ in first }
        sum.gaps += part.gaps
        sum.findings += part.findings
    }

    /// All of several looks at parts of the live state.
    public init(_ parts: some Sequence<Observation>) {
        self = parts.reduce(into: Observation()) { $0 += $1 }
    }
}

public enum LookUp: Hashable, Sendable {
    case present(LiveObject)
    case absent
    case unknown(Gap)
}

/// A part of the live state that could not be read.
public struct Gap: Hashable, Sendable {
    public var kind: Kind
    /// `nil`: every object of the kind.
    public var scope: String?
    /// `nil`: every object of the scope.
    public var name: String?
    public var error: ServiceError

    public init(_ kind: Kind, scope: String? = nil, name: String? = nil, error: ServiceError) {
        self.kind = kind
        self.scope = scope
        self.name = name
        self.error = error
    }

    public func covers(_ identity: LiveIdentity) -> Bool {
        kind == identity.kind && scope ?? identity.scope == identity.scope && name ?? identity.name == identity.name
    }
}

/// One object as a service has it, in the canonical shape that the differ compares.
public struct LiveObject: Hashable, Sendable {
    public var identity: LiveIdentity
    /// The service's own id: an ARN, or a Genesys id.
    public var id: String
    /// As `Kind` documents them, all that the service has: never counters, dates, versions or reported states.
    public var attributes: [String: Value]
    public var outputs: [String: Value]
    public var ownership: Ownership
    /// A condition that is no difference but that people should know, such as an integration in state ERROR.
    public var condition: String?
    /// Of a bus that is to be gone or made anew: the live names of the rules on it that are not this stack's, sorted.
    public var occupants: [String]

    public init(
        identity: LiveIdentity, id: String, attributes: [String: Value], outputs: [String: Value] = [:],
        ownership: Ownership, condition: String? = nil, occupants: [String] = []
    ) {
        self.identity = identity
        self.id = id
        self.attributes = attributes
        self.outputs = outputs
        self.ownership = ownership
        self.condition = condition
        self.occupants = occupants
    }
}
