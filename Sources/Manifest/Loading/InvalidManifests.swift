public import Model

/// Everything that is wrong with a set of manifests, in the order of the places; at least one is an error.
public struct InvalidManifests: Error, Hashable, Sendable {
    public var diagnostics: [Diagnostic]

    public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.sorted() }
}
