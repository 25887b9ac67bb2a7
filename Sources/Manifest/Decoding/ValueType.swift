import Model
import YAML

/// A type of value that manifests hold: what it may be, and how a node becomes one.
struct ValueType<Output>: Sendable {
    let schema: Schema
    /// Reports what is wrong; `nil` where nothing can be made of the node.
    let decode: @Sendable (YAMLNode, inout DecodingContext) -> Output?

    init(_ schema: Schema, decode: @escaping @Sendable (YAMLNode, inout DecodingContext) -> Output?) {
        self.schema = schema
        self.decode = decode
    }

    func map<Other>(_ transform: @escaping @Sendable (Output) -> Other) -> ValueType<Other> {
        ValueType<Other>(schema) { node, context in decode(node, &context).map(transform) }
    }
}

extension ValueType where Output == String {
    static func string(_ format: StringFormat) -> ValueType {
        ValueType(.string(format)) { node, context in
            guard let text = context.text(node, expected: format.expectation) else { return nil }
            guard format.accepts(text) else {
                context.error(
                    "invalid-value", "`\(context.field)` must be \(format.expectation), not `\(text.excerpt)`", at: node.mark,
                    detail: text.excerpt == text ? nil : "It has \(text.unicodeScalars.count) characters.")
                return nil
            }
            return text
        }
    }
}

extension ValueType where Output: RawRepresentable & CaseIterable & Sendable, Output.RawValue == String {
    static func choice(_: Output.Type) -> ValueType {
        ValueType<String>.choice(Output.allCases.map(\.rawValue)).compact { Output(rawValue: $0) }
    }
}

extension ValueType where Output == String {
    static func choice(_ choices: [String]) -> ValueType {
        let schema = Schema.choice(choices)
        return ValueType(schema) { node, context in
            guard let text = context.text(node, expected: schema.expectation) else { return nil }
            guard choices.contains(text) else {
                context.error(
                    "invalid-value", "`\(context.field)` can't be `\(text.excerpt)`", at: node.mark,
                    detail: "Expected \(schema.expectation).",
                    fix: NearMiss.question(text, among: choices))
                return nil
            }
            return text
        }
    }

    fileprivate func compact<Other>(_ transform: @escaping @Sendable (String) -> Other?) -> ValueType<Other> {
        ValueType<Other>(schema) { node, context in decode(node, &context).flatMap(transform) }
    }
}

extension ValueType where Output == Bool {
    static let boolean = ValueType(.boolean) { node, context in
        if case .bool(let value) = node.value { return value }
        context.wrongType(node, expected: Schema.boolean.expectation)
        return nil
    }
}

extension ValueType where Output == Int {
    static func integer(_ range: ClosedRange<Int>) -> ValueType {
        let schema = Schema.integer(range)
        return ValueType(schema) { node, context in
            guard case .number(let text) = node.value, let value = Number(text)?.integer else {
                context.wrongType(node, expected: schema.expectation)
                return nil
            }
            guard range.contains(value) else {
                context.error("out-of-range", "`\(context.field)` must be \(schema.expectation), not \(value)", at: node.mark)
                return nil
            }
            return value
        }
    }
}

extension ValueType where Output == Number {
    static func number(_ range: ClosedRange<Double>) -> ValueType {
        let schema = Schema.number(range)
        return ValueType(schema) { node, context in
            guard case .number(let text) = node.value, let value = Number(text) else {
                context.wrongType(node, expected: schema.expectation)
                return nil
            }
            guard range.contains(value.double) else {
                context.error("out-of-range", "`\(context.field)` must be \(schema.expectation), not \(value)", at: node.mark)
                return nil
            }
            return value
        }
    }
}
