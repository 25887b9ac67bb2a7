public import Model

extension DesiredState {
    /// SHA-256, in hexadecimal, over what the manifests declare, wherever in which files it stands: what a saved plan was made from.
    public var fingerprint: String {
        var stack = stack
        stack.place = nil
        let resources = declared.map { resource -> Value in
            let attributes = UnknownLeaves(resource.attributes)
            return [
                "address": .string(resource.address.description),
                "identity": ["scope": .string(resource.identity.scope), "name": .string(resource.identity.name)],
                "attributes": attributes.known, "unknown_references": attributes.references, "lifecycle": resource.lifecycle.document,
            ]
        }
        return Digest.sha256(Value.map(["stack": stack.document, "resources": .list(resources)]).json)
    }
}
