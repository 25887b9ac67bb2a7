import Manifest
import Model
import YAML

/// Texts of manifests, each a layer over those before it, divided by the byte 0xFF, which no UTF-8 text has.
struct LoaderInput {
    let sources: [ManifestSource]

    init(_ bytes: [UInt8]) {
        let layers = bytes.split(separator: 0xFF, maxSplits: 3, omittingEmptySubsequences: false)
        sources = layers.enumerated().map { ManifestSource(name: "layer-\($0).yaml", bytes: Array($1), layer: $0) }
    }

    /// What the loader says of the texts that can't be right; `nil` where there is nothing.
    var fault: String? {
        if !sources.allSatisfy(\.isSameInPieces) { return "read in pieces a text is another" }
        let findings = ManifestLoader.validate(sources)
        if let lost = findings.first(where: { $0.place == nil || $0.excerpt == nil }) { return "no line is told of: \(lost.summary)" }
        let isValid = findings.allSatisfy { $0.severity != .error }
        guard let rendered = try? ManifestRenderer.render(sources) else { return isValid ? "what is valid can't be rendered" : nil }
        guard isValid else { return "what isn't valid was rendered" }
        let again = [ManifestSource(name: "rendered.yaml", bytes: Array(rendered.utf8))]
        if let error = ManifestLoader.validate(again).first(where: { $0.severity == .error }) {
            return "what was rendered isn't valid: \(error.summary) in:\n\(rendered)"
        }
        return meaning(of: sources) == meaning(of: again) ? nil : "what was rendered means something else:\n\(rendered)"
    }

    /// What is declared, wherever it stands; nothing where there is no Stack.
    private func meaning(of sources: [ManifestSource]) -> [DesiredResource] {
        guard let state = try? ManifestLoader.load(sources).state else { return [] }
        return state.resources.map { resource in
            var resource = resource
            resource.place = nil
            resource.places = [:]
            return resource
        }
    }
}

extension ManifestSource {
    /// Whether the text says the same, and has the same errors at the same places, where it is cut at each document.
    fileprivate var isSameInPieces: Bool {
        let (whole, pieces) = (YAMLStream(bytes, pieceSize: .max), YAMLStream(bytes, pieceSize: 0))
        return whole.documents == pieces.documents && whole.errors == pieces.errors
    }
}
