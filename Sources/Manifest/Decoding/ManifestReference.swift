/// What people look up: each field of each kind with its type, its bounds and its meaning, made from the declarations that the decoder goes by.
public enum ManifestReference {
    /// A Markdown document, ended by a line break.
    public static var markdown: String {
        let head = """
            # Manifests

            <!-- Made by `reconcile schema --output markdown`; a test keeps it so. -->

            A manifest is a YAML document of one of the kinds below. `NAME` in a field stands for a key of your own, `[]` for each item of a list; \
            required fields are bold, those within an optional mapping only where the mapping is given. Editors check manifests against \
            [`manifest.schema.json`](manifest.schema.json).

            ## Every manifest

            \(table(fields(of: DocumentKind.stack.schema).filter { $0.path != "kind" && $0.path.prefix(4) != "spec" }))

            """
        return head + DocumentKind.allCases.map(section).joined()
    }

    private static func section(_ kind: DocumentKind) -> String {
        guard case .object(let properties, _) = kind.schema, let spec = properties.first(where: { $0.name == "spec" }) else { return "" }
        return """

            ## \(kind.rawValue)

            \(spec.documentation)

            ```yaml
            \(kind.example)
            ```

            \(table(fields(of: spec.schema, at: "spec")))

            """
    }

    private static func table(_ rows: [Row]) -> String {
        (["| Field | Value | Meaning |", "|---|---|---|"] + rows.map(\.line)).joined(separator: "\n")
    }

    private struct Row {
        var path: String
        var property: Schema.Property

        var line: String {
            let name = property.isRequired ? "**`\(path)`**" : "`\(path)`"
            let cells = [name, property.schema.summary, property.documentation]
            return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
    }

    private static func fields(of schema: Schema, at path: String = "") -> [Row] {
        switch schema {
        case .object(let properties, _):
            properties.flatMap { property in
                let own = path.isEmpty ? property.name : "\(path).\(property.name)"
                return [Row(path: own, property: property)] + fields(of: property.schema, at: own)
            }
        case .list(let item, _): fields(of: item, at: path + "[]")
        case .map(_, let values, _): fields(of: values, at: path + ".NAME")
        case .either(let schemas): schemas.flatMap { fields(of: $0, at: path) }
        case .json, .string, .choice, .boolean, .integer, .number: []
        }
    }
}

extension Schema {
    /// What the value is, without the members that rows of their own describe.
    fileprivate var summary: String {
        switch self {
        case .list(let item, let count): "a list\(Self.bounds(count)): each \(item.summary)"
        case .map(let keys, let values, let limit):
            "a mapping\(Self.bounds(0...limit)): each key \(keys.expectation), each value \(values.summary)"
        case .either(let schemas): schemas.map(\.summary).joined(separator: ", or ")
        case .json: "a mapping of any content"
        case .string, .choice, .boolean, .integer, .number, .object: expectation
        }
    }

    private static func bounds(_ count: ClosedRange<Int>) -> String {
        switch (count.lowerBound, count.upperBound) {
        case (0, .max): ""
        case (let least, .max): " of at least \(least)"
        case (0, let most): " of at most \(most)"
        case (let least, let most): " of \(least) to \(most)"
        }
    }
}
