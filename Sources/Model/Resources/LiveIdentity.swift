/// What tells one live object from all others of its kind, as far as it can be known before the object exists.
///
/// | kind | scope | name |
/// |---|---|---|
/// | `Integration` | – | its name, or `id:` and its id where the manifest gives one |
/// | `EventBus` | – | its name |
/// | `Queue` | – | its exact name, or `id:` and its id where the manifest gives one |
/// | `Rule` | the bus's name | the rule's name |
/// | `Permission` | the ARN of the function (with its qualifier), queue, topic or log group | the statement's Sid |
/// | `Target` | the rule's ARN | the target's Id |
public struct LiveIdentity: Hashable, Sendable {
    public var kind: Kind
    public var scope: String
    public var name: String

    public init(_ kind: Kind, scope: String = "", name: String) {
        self.kind = kind
        self.scope = scope
        self.name = name
    }

    /// The identity of an object that is known by the service's own id.
    public static func id(_ kind: Kind, _ id: String) -> LiveIdentity { LiveIdentity(kind, name: "id:" + id) }

    /// Terraform's name of the type: a permission's is that of the policy's kind.
    public var terraformType: String {
        (kind == .permission ? PolicyHolder(scope)?.service.terraformType : nil) ?? kind.terraformType
    }

    /// How many changes of one scope travel in one request: PutTargets and RemoveTargets take ten entries of one rule
    /// (EventBridge API reference, `PutTargets`); the policies of queues, topics and log groups are written whole, however much of them changes.
    public var batchLimit: Int {
        switch kind {
        case .target: 10
        case .permission: PolicyHolder(scope).map { $0.service != .lambda } ?? false ? 300 : 1
        case .integration, .eventBus, .queue, .rule: 1
        }
    }

    /// The service's own id, where that is what identifies the object.
    public var givenID: String? { name.hasPrefix("id:") ? String(name.dropFirst(3)) : nil }
}

extension LiveIdentity: Comparable, CustomStringConvertible {
    public var description: String { scope.isEmpty ? "\(kind.rawValue) \(name)" : "\(kind.rawValue) \(name) of \(scope)" }

    public static func < (left: LiveIdentity, right: LiveIdentity) -> Bool {
        (left.kind, left.scope, left.name) < (right.kind, right.scope, right.name)
    }
}
