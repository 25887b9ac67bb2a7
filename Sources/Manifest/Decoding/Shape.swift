import Model
import OrderedCollections
import YAML

/// A mapping with declared keys: each field once, with its name, type, constraints and meaning.
struct Shape<Spec>: Sendable {
    let fields: [Field<Spec>]
    /// Groups of keys of which at most one may be given.
    let exclusive: [[String]]
    private let make: @Sendable () -> Spec
    private let positions: [String: Int]
    private let required: [Int]

    init(_ make: @escaping @Sendable () -> Spec, exclusive: [[String]] = [], _ fields: [Field<Spec>]) {
        self.make = make
        self.fields = fields
        self.exclusive = exclusive
        positions = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        required = fields.indices.filter { fields[$0].isRequired }
    }

    var schema: Schema {
        .object(
            fields.map { .init(name: $0.name, documentation: $0.documentation, isRequired: $0.isRequired, schema: $0.schema) },
            exclusive: exclusive)
    }

    /// Of a wrong or missing field the spec keeps what `make` gives it.
    func decode(_ node: YAMLNode, _ context: inout DecodingContext) -> Spec? {
        guard let members = node.mapping else {
            context.wrongType(node, expected: "a mapping")
            return nil
        }
        var spec = make()
        var given = [YAMLMark?](repeating: nil, count: fields.count)
        for (key, value) in members {
            guard let name = key.scalar?.text, let position = positions[name] else {
                reportUnknown(key, &context)
                continue
            }
            given[position] = key.mark
            context.enter(name)
            fields[position].decode(value, &context, &spec)
            context.leave()
        }
        for position in required where given[position] == nil {
            let field = fields[position]
            context.error(
                "missing-key", "`\(field.name)` is missing\(context.field.isEmpty ? "" : " in `\(context.field)`")", at: node.mark,
                detail: "\(field.documentation) Expected \(field.schema.expectation).")
        }
        reportExclusive(given, &context)
        return spec
    }

    private func reportUnknown(_ key: YAMLNode, _ context: inout DecodingContext) {
        let name = key.scalar?.text ?? "…"
        let known = fields.map(\.name)
        context.error(
            "unknown-key", "unknown key `\(name.excerpt)`\(context.field.isEmpty ? "" : " in `\(context.field)`")", at: key.mark,
            detail: "Known are " + known.sorted().map { "`\($0)`" }.joined(separator: ", ") + ".",
            fix: NearMiss.question(name, among: known))
    }

    private func reportExclusive(_ given: [YAMLMark?], _ context: inout DecodingContext) {
        for group in exclusive {
            let found = group.compactMap { name in positions[name].flatMap { given[$0] }.map { (name: name, mark: $0) } }
                .sorted { $0.mark < $1.mark }
            guard found.count > 1, let first = found.first else { continue }
            for other in found.dropFirst() {
                context.error(
                    "exclusive-keys", "`\(other.name)` and `\(first.name)` exclude each other in `\(context.field)`", at: other.mark,
                    fix: "Keep one of them.")
            }
        }
    }
}

extension ValueType {
    static func object(_ shape: Shape<Output>) -> ValueType { ValueType(shape.schema) { node, context in shape.decode(node, &context) } }
}
