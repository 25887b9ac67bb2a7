import Model
import YAML

/// One key of a mapping.
struct Field<Spec>: Sendable {
    let name: String
    let documentation: String
    let isRequired: Bool
    let schema: Schema
    let decode: @Sendable (YAMLNode, inout DecodingContext, inout Spec) -> Void

    init<Output>(
        _ name: String, _ type: ValueType<Output>, _ path: any WritableKeyPath<Spec, Located<Output>?> & Sendable,
        required: Bool = false, _ documentation: String
    ) {
        self.name = name
        self.documentation = documentation
        isRequired = required
        schema = type.schema
        decode = { node, context, spec in
            spec[keyPath: path] = type.decode(node, &context).map { Located(value: $0, place: context.place(node.mark)) }
        }
    }

    /// A field that is kept under its own name in a map of attributes.
    init(
        _ name: String, _ type: ValueType<Value>, in path: any WritableKeyPath<Spec, [String: Value]> & Sendable,
        required: Bool = false, _ documentation: String
    ) {
        self.name = name
        self.documentation = documentation
        isRequired = required
        schema = type.schema
        decode = { node, context, spec in spec[keyPath: path][name] = type.decode(node, &context) }
    }
}
