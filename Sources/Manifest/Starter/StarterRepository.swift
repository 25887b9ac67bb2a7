import Model

/// A repository to begin with: manifests that are valid as they stand, a kustomize overlay, a workflow, and the schema that editors read.
public enum StarterRepository {
    public struct File: Hashable, Sendable {
        /// From the repository's root.
        public let path: String
        public let text: String
    }

    /// The folder of the manifests. It is written whole or not at all: beside others' manifests ours would declare things twice.
    public static let manifestFolder = "manifests"

    /// - Parameter owner: `spec.owner`, as `RepositoryName` has it.
    public static func files(owner: String) -> [File] {
        let line = "# yaml-language-server: $schema=../manifest.schema.json\n"
        let manifests = StarterManifests.all(owner: owner).map { File(path: "\(manifestFolder)/\($0.name)", text: line + $0.text) }
        return manifests + [
            File(path: "\(manifestFolder)/kustomization.yaml", text: StarterOverlay.base(manifests.map(\.name))),
            File(path: "overlays/staging/kustomization.yaml", text: StarterOverlay.staging),
            File(path: "overlays/staging/stack.yaml", text: StarterOverlay.stagingStack),
            File(path: ".github/workflows/reconcile.yaml", text: StarterWorkflow.text),
            File(path: "manifest.schema.json", text: ManifestSchema.document.prettyJSON + "\n"),
        ]
    }
}

extension StarterRepository.File {
    fileprivate var name: String { String(path.split(separator: "/").last ?? "") }
}
