/// The Sid of a statement that `reconcile` puts into a policy: `reconcile-<stack>-<hash>`.
///
/// The hash covers the mark and what the statement allows, so a Sid proves itself: a statement is a stack's own exactly when its Sid is the one
/// that the stack would give it. A statement that somebody edited is nobody's, and a new one never collides with the one that it replaces.
/// At most 100 of `[a-zA-Z0-9-_]` (Lambda API reference, `AddPermission`).
public enum StatementID {
    public static func sid(_ stack: StackMark, resource: String, action: String, principal: String, sourceARN: String) -> String {
        let content = [stack.description, resource, action, principal, sourceARN].joined(separator: "\n")
        return MarkedName.name(stack, hashing: content, digits: 16)
    }
}
