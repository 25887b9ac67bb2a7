import Model
import YAML

/// Layers made one, as manifests that say the same.
public enum ManifestRenderer {
    /// A YAML stream of every document that the last layer still declares, by kind, each value with the place that gave it as a comment.
    ///
    /// - Throws: `InvalidManifests` with all that is wrong in all sources.
    public static func render(_ sources: [ManifestSource]) throws(InvalidManifests) -> String {
        let findings = ManifestLoader.validate(sources)
        guard findings.allSatisfy({ $0.severity != .error }) else { throw InvalidManifests(findings) }
        var context = DecodingContext(sourceNames: sources.map(\.name))
        let (documents, _) = LayeredDocuments.read(sources, &context)
        let nodes = DocumentKind.allCases.flatMap { documents.nodes($0).map(\.node) }
        return nodes.map { YAMLWriter.text($0) { context.place($0).comment } }.joined(separator: "---\n")
    }
}

extension SourceLocation {
    /// `FILE:LINE`, on one line whatever the file is called.
    fileprivate var comment: String {
        String(String.UnicodeScalarView("\(file):\(line)".unicodeScalars.map { $0.isVisible ? $0 : "?" }))
    }
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
