/// The mark of a stack, `OWNER/NAME`, such as `acme/telephony/prod`: what its resources carry in the clouds.
public struct StackMark: Hashable, Sendable, CustomStringConvertible {
    /// The repository that declares the stack, such as `acme/telephony`.
    public var owner: String
    public var name: String

    public init(owner: String, name: String) {
        self.owner = owner
        self.name = name
    }

    /// Reads what `description` writes: the name is what follows the last slash.
    public init?(_ text: String) {
        guard let slash = text.lastIndex(of: "/") else { return nil }
        self.init(owner: String(text[..<slash]), name: String(text[text.index(after: slash)...]))
        guard !owner.isEmpty, !name.isEmpty else { return nil }
    }

    public var description: String { "\(owner)/\(name)" }
}

/// Whose a live object is.
public enum Ownership: Hashable, Sendable {
    /// This stack's, declared under this name (`metadata.name`).
    case ours(resource: String)
    case another(StackMark)
    case unmarked
    /// A kind that can carry no mark: matched by name or id and shared with people.
    case shared
    /// AWS's own (`ManagedBy`): never touched.
    case service(String)
    /// The mark could not be read.
    case unreadable(ServiceError)
}

/// The tags that mark a rule; users' tags never begin like these.
public enum OwnershipTag {
    public static let prefix = "reconcile:"
    public static let stack = "reconcile:stack"
    public static let resource = "reconcile:resource"

    /// The tags of a rule of this stack that is declared under this name.
    ///
    /// The name of one that a `forEach` made, `ended[support]`, is written `ended:support`: a tag's value takes letters, digits, spaces and
    /// `_ . : / = + - @` only (AWS General Reference, "Tag naming limits and requirements"), and names of manifests have no colon.
    public static func tags(_ stack: StackMark, resource: String) -> [String: String] {
        [Self.stack: stack.description, Self.resource: resource.replacing("[", with: ":").replacing("]", with: "")]
    }

    /// Whose a thing with these tags is, as seen by this stack.
    public static func ownership(of tags: [String: String], for stack: StackMark) -> Ownership {
        guard let text = tags[Self.stack], let mark = StackMark(text) else { return .unmarked }
        return mark == stack ? .ours(resource: name(tags[resource] ?? "")) : .another(mark)
    }

    private static func name(_ value: String) -> String {
        guard let colon = value.firstIndex(of: ":") else { return value }
        return "\(value[..<colon])[\(value[value.index(after: colon)...])]"
    }
}
