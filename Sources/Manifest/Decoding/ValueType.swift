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

    /// The same, without `${…}`.
    var literal: ValueType {
        ValueType(schema) { node, context in
            let scope = context.scope
            context.scope = nil
            defer { context.scope = scope }
            return decode(node, &context)
        }
    }

    func map<Other>(_ transform: @escaping @Sendable (Output) -> Other) -> ValueType<Other> {
        ValueType<Other>(schema) { node, context in decode(node, &context).map(transform) }
    }
}

extension ValueType where Output == String {
    /// A text that is known when manifests are read.
    static func string(_ format: StringFormat) -> ValueType {
        ValueType(.string(format)) { node, context in
            context.text(node, expected: format.expectation).flatMap { context.check($0, format, at: node.mark) ? $0 : nil }
        }
    }
}

extension ValueType where Output == Value {
    /// A text that may be unknown until another resource exists.
    static func text(_ format: StringFormat = .text) -> ValueType {
        ValueType(.string(format)) { node, context in
            guard let value = context.textValue(node, expected: format.expectation) else { return nil }
            if let text = value.string, !context.check(text, format, at: node.mark) { return nil }
            return value
        }
    }
}

extension DecodingContext {
    fileprivate mutating func check(_ text: String, _ format: StringFormat, at mark: YAMLMark) -> Bool {
        guard !format.accepts(text) else { return true }
        error(
            "invalid-value", "`\(field)` must be \(format.expectation), not `\(text.excerpt)`", at: mark,
            detail: text.excerpt == text ? nil : "It has \(text.unicodeScalars.count) characters.")
        return false
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
