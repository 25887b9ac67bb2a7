public import Model

/// JSON Schema (draft-07) of all kinds, made from the declarations that the decoder goes by.
///
/// It says less than the loader checks: what two fields mean together, and what one manifest's names mean in another, it can't tell.
public enum ManifestSchema {
    public static var document: Value {
        let kinds = DocumentKind.allCases.map { kind in
            Value.map([
                "if": ["properties": ["kind": ["const": .string(kind.rawValue)]], "required": ["kind"]],
                "then": kind.schema.json(),
            ])
        }
        return [
            "$schema": "http://json-schema.org/draft-07/schema#", "title": "reconcile manifest", "type": "object",
            "required": ["apiVersion", "kind", "metadata"],
            "properties": ["kind": Schema.choice(DocumentKind.allCases.map(\.rawValue)).json()], "allOf": .list(kinds),
        ]
    }
}

extension DocumentKind {
    var schema: Schema {
        switch self {
        case .stack: StackSpec.document.schema
        case .integration: IntegrationSpec.document.schema
        case .queue: QueueSpec.document.schema
        case .rule: RuleSpec.document.schema
        case .patternTest: PatternTestSpec.document.schema
        }
    }
}

extension Schema {
    fileprivate func json(_ documentation: String? = nil) -> Value {
        var keywords = self.keywords
        keywords["description"] = documentation.map { .string($0) }
        return .map(keywords)
    }

    private var keywords: [String: Value] {
        switch self {
        case .json: ["type": "object"]
        case .string(let format): format.keywords
        case .choice(let choices): ["enum": .list(choices.map { .string($0) })]
        case .boolean: ["type": "boolean"]
        case .integer(let range): ["type": "integer"].merging(Self.bounds("minimum", "maximum", range)) { $1 }
        case .number(let range):
            ["type": "number", "minimum": .number(Number(Int(range.lowerBound))), "maximum": .number(Number(Int(range.upperBound)))]
        case .list(let item, let count): ["type": "array", "items": item.json()].merging(Self.bounds("minItems", "maxItems", count)) { $1 }
        case .map(let keys, let values, let limit):
            ["type": "object", "propertyNames": .map(keys.keywords), "additionalProperties": values.json()]
                .merging(Self.bounds("minProperties", "maxProperties", 0...limit)) { $1 }
        case .object(let properties, let exclusive): Self.keywords(properties, exclusive)
        case .either(let schemas): ["anyOf": .list(schemas.map { $0.json() })]
        }
    }

    private static func keywords(_ properties: [Property], _ exclusive: [[String]]) -> [String: Value] {
        let members = properties.map { ($0.name, $0.schema.json($0.documentation)) }
        let required = properties.filter(\.isRequired).map { Value.string($0.name) }
        let pairs = exclusive.flatMap { group in
            group.indices.flatMap { first in group[(first + 1)...].map { Value.list([.string(group[first]), .string($0)]) } }
        }
        var keywords: [String: Value] = [
            "type": "object", "additionalProperties": false, "properties": .map(Dictionary(members, uniquingKeysWith: { $1 })),
        ]
        if !required.isEmpty { keywords["required"] = .list(required) }
        if !pairs.isEmpty { keywords["allOf"] = .list(pairs.map { ["not": ["required": $0]] }) }
        return keywords
    }

    fileprivate static func bounds(_ least: String, _ most: String, _ range: ClosedRange<Int>) -> [String: Value] {
        var bounds: [String: Value] = [:]
        if range.lowerBound != 0 || least == "minimum" { bounds[least] = .number(Number(range.lowerBound)) }
        if range.upperBound != .max { bounds[most] = .number(Number(range.upperBound)) }
        return bounds
    }
}

extension StringFormat {
    /// A text that is filled in may have any form before.
    fileprivate var keywords: [String: Value] {
        var own: [String: Value] = Schema.bounds("minLength", "maxLength", length)
        own["pattern"] = pattern.map { .string($0) }
        return own.isEmpty ? ["type": "string"] : ["type": "string", "anyOf": [.map(own), ["pattern": "\\$\\{"]]]
    }
}
