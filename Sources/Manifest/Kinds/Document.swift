import Model
import YAML

/// The kinds of document, each with its file beside this one.
enum DocumentKind: String, CaseIterable, Sendable {
    case stack = "Stack"
    case integration = "Integration"
    case queue = "Queue"
    case rule = "Rule"
    case patternTest = "PatternTest"

    static let apiVersion = "reconcile/v1"
}

/// A manifest as Kubernetes shapes them: `apiVersion`, `kind`, `metadata`, `spec`.
struct Document<Spec: Sendable>: Sendable {
    var apiVersion: Located<String>?
    var kind: Located<String>?
    var metadata: Located<Metadata>?
    var spec: Located<Spec>?

    static func shape(_ kind: DocumentKind, specIsRequired: Bool, _ spec: Shape<Spec>, _ documentation: String) -> Shape<Document<Spec>> {
        Shape(
            { Document<Spec>() },
            [
                Field("apiVersion", .choice([DocumentKind.apiVersion]), \.apiVersion, required: true, "The version of this language."),
                Field("kind", .choice([kind.rawValue]), \.kind, required: true, documentation),
                Field(
                    "metadata", .object(Metadata.shape).literal, \.metadata, required: true,
                    "The name by which other manifests refer to this one."),
                Field("spec", .object(spec), \.spec, required: specIsRequired, documentation),
            ])
    }
}

struct Metadata: Sendable {
    var name: Located<String>?
    var labels: Located<[MapEntry<String>]>?
    var annotations: Located<[MapEntry<String>]>?

    static let shape = Shape<Metadata>(
        { Metadata() },
        [
            Field("name", .string(.resourceName), \.name, required: true, "The name within the set of manifests."),
            Field("labels", .map(of: .string(.text), keys: .text(upTo: 317)), \.labels, "What selectors pick by."),
            Field(
                "annotations", .map(of: .string(.text), keys: .text(upTo: 317)), \.annotations,
                "For other tools, except `ignore-check.reconcile/ID: REASON`, which suppresses a check here, on the Stack in the whole set."
            ),
        ])
}

/// A document that could be read, under its name. A class, since there may be many, each of many parts.
final class Declaration<Spec: Sendable>: Sendable {
    let name: Located<String>
    let labels: [String: String]
    let annotations: [MapEntry<String>]
    let spec: Spec
    /// Where the document begins.
    let place: SourceLocation
    /// Whether everything in it could be read: what a broken one lacks isn't reported as missing.
    let isSound: Bool

    init(
        name: Located<String>, labels: [String: String], annotations: [MapEntry<String>], spec: Spec, place: SourceLocation, isSound: Bool
    ) {
        self.name = name
        self.labels = labels
        self.annotations = annotations
        self.spec = spec
        self.place = place
        self.isSound = isSound
    }

    /// The same under the name that a `forEach` makes of it.
    func named(for key: String) -> Declaration {
        Declaration(
            name: Located(value: "\(name.value)[\(key)]", place: name.place), labels: labels, annotations: annotations, spec: spec,
            place: place,
            isSound: isSound)
    }
}
