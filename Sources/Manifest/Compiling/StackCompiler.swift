import Model
import OrderedCollections

extension ManifestSet {
    /// The one stack; `nil` where there is none that can be used.
    func stack(_ findings: inout Findings) -> Stack? {
        guard let first = stacks.values.first else { return nil }
        for other in stacks.values.dropFirst() {
            findings.report(
                "second-stack", "`\(other.name.value)` is a second Stack", at: other.name.place,
                detail: "A set runs in one stack; `\(first.name.value)` is declared at \(first.name.place).", fix: "Keep one of them.")
        }
        guard let stack = first.stack else { return nil }
        if first.isSound, stack.genesys.api == .public, stack.genesys.organizationID == nil {
            findings.report(
                "missing-key", "`organizationId` is missing in `spec.genesys`", at: first.spec.genesys?.place,
                detail: "With `api: public` it is a part of the partner event source's name.",
                fix: "Copy it from Admin > Account Settings > Organization Settings in Genesys Cloud.")
        }
        return stack
    }
}
