/// The same manifests in another organization and account, as an overlay of kustomize and as a layer.
enum StarterOverlay {
    static func base(_ manifests: [String]) -> String {
        """
        # For overlays of kustomize; reconcile itself doesn't read it.
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
        \(manifests.map { "  - \($0)\n" }.joined())
        """
    }

    static let staging = """
        # kustomize build overlays/staging | reconcile plan -f -
        # or, without kustomize: reconcile plan -f manifests -f overlays/staging
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
          - ../../manifests
        patches:
          - path: stack.yaml

        """

    static let stagingStack = """
        # What differs in staging. A change to a manifest is no manifest, so editors don't hold it against the schema.
        apiVersion: reconcile/v1
        kind: Stack
        metadata:
          name: \(StarterManifests.name)
        spec:
          genesys:
            organizationId: 00000000-0000-0000-0000-000000000000
          aws:
            accountId: "000000000000"

        """
}
