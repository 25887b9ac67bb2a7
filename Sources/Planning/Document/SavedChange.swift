internal import Model
internal import Routing

/// One of a document's `resource_changes`, read back.
struct SavedChange {
    let change: Change
    let precondition: Precondition
    let impact: RoutingImpact?

    init(_ document: Value) throws(Incomplete) {
        let addressText = try document.member("address").text()
        guard let address = Address(addressText) else { throw Incomplete(description: "\"\(addressText)\" is no address") }
        let body = try document.member("change")
        let actions = try body.member("actions").items()
        // Of a replacement the creation is the change; what goes before or after follows from its reason.
        guard let actionName = actions.contains("create") ? "create" : actions.first else {
            throw Incomplete(description: "a change has no action")
        }
        let identityParts = try document.member("identity")
        let identity = LiveIdentity(
            address.kind, scope: try identityParts.member("scope").text(), name: try identityParts.member("name").text())

        var change = Change(
            address: address, identity: identity, action: try actionName.one(of: Action.self),
            before: body["before"]?.map, after: try Self.after(body, references: document["unknown_references"]?.list ?? []),
            live: try document["live"].mapOptional { value throws(Incomplete) in try LiveObject(document: value, identity) },
            reason: try document["action_reason"].mapOptional { value throws(Incomplete) in try value.one(of: Reason.self) },
            lifecycle: try Lifecycle(document: try document.member("lifecycle")),
            dependencies: Set((document["depends_on"]?.strings ?? []).compactMap { Address($0) }),
            place: try document["manifest"].mapOptional(SourceLocation.init(document:)))
        change.origin = try document["origin"].mapOptional { value throws(Incomplete) in try value.one(of: Origin.self) }
        self.change = change
        impact = try RoutingImpact(address, document: document["routing_impact"])
        precondition = Precondition(saved: try document.member("precondition").text())
    }

    /// `after` with its unknown leaves put back.
    private static func after(_ body: Value, references: [Value]) throws(Incomplete) -> [String: Value]? {
        guard var tree = body["after"], tree != .null else { return nil }
        for reference in references {
            let unknown = Value.unknown(Unknown(try reference.member("parts").items().map(part)))
            guard let placed = tree.placing(unknown, at: try reference.member("path").items()[...]) else {
                throw Incomplete(description: "an unknown has no place")
            }
            tree = placed
        }
        return tree.map
    }

    private static func part(_ document: Value) throws(Incomplete) -> Unknown.Part {
        if let literal = document["literal"]?.string { return .literal(literal) }
        let text = try document.member("reference").text()
        guard let dot = text.lastIndex(of: "."), let address = Address(String(text[..<dot])) else {
            throw Incomplete(description: "\"\(text)\" is no reference")
        }
        return .reference(Reference(address, String(text[text.index(after: dot)...])))
    }
}

extension DeferredChange {
    init(document: Value) throws(Incomplete) {
        self.init(
            try document.member("reason").one(of: Reason.self), try SavedChange(try document.member("resource_change")).change)
    }
}

extension Optional where Wrapped == Value {
    func mapOptional<Result>(_ transform: (Value) throws(Incomplete) -> Result) throws(Incomplete) -> Result? {
        guard let self else { return nil }
        return try transform(self)
    }
}
