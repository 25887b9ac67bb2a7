public import Model

/// A fingerprint of the live object that a change was planned from: SHA-256 over its canonical JSON, in lower-case hexadecimal, or `absent`.
///
/// It covers what the object is, what it has and whose it is; counters, dates, versions and reported states are no part of a live object's attributes.
public struct Precondition: Hashable, Sendable, CustomStringConvertible {
    public var description: String

    /// A fingerprint that a plan was saved with.
    public init(saved description: String) { self.description = description }

    public init(_ live: LiveObject?) {
        guard let live else {
            description = "absent"
            return
        }
        var content: [String: Value] = [
            "id": .string(live.id), "attributes": .map(live.attributes), "ownership": .string(live.ownership.fingerprint),
        ]
        if !live.occupants.isEmpty { content["occupants"] = .list(live.occupants.map(Value.string)) }
        description = Digest.sha256(Value.map(content).json)
    }
}

extension Ownership {
    fileprivate var fingerprint: String {
        switch self {
        case .ours(let resource): "ours/\(resource)"
        case .another(let mark): "another/\(mark)"
        case .unmarked: "unmarked"
        case .shared: "shared"
        case .service(let service): "service/\(service)"
        case .unreadable: "unreadable"
        }
    }
}
