import Model
import OrderedCollections
import YAML

/// Types whose values are handed on as they are, by the names that AWS and Genesys give them.
extension ValueType where Output == Value {
    static func word(_ choices: String...) -> ValueType { ValueType<String>.choice(choices).map { .string($0) } }
    static let flag = ValueType<Bool>.boolean.map { Value.bool($0) }
    static func count(_ range: ClosedRange<Int> = 0...Int.max) -> ValueType { ValueType<Int>.integer(range).map { .number(Number($0)) } }
    static func amount(_ range: ClosedRange<Double>) -> ValueType { ValueType<Number>.number(range).map { .number($0) } }

    static func tree(exclusive: [[String]] = [], _ fields: Field<[String: Value]>...) -> ValueType {
        tree(exclusive: exclusive, fields)
    }

    static func tree(exclusive: [[String]] = [], _ fields: [Field<[String: Value]>]) -> ValueType {
        ValueType<[String: Value]>.object(Shape({ [:] }, exclusive: exclusive, fields)).map { .map($0) }
    }

    static func items(_ item: ValueType, count: ClosedRange<Int> = 0...Int.max) -> ValueType {
        ValueType<[Located<Value>]>.list(of: item, count: count).map { .list($0.map(\.value)) }
    }

    /// A list whose order means nothing: sorted, each item once.
    static func set(_ item: ValueType, count: ClosedRange<Int> = 0...Int.max) -> ValueType {
        ValueType<[Located<Value>]>.list(of: item, count: count).map { items in
            .list(Set(items.map(\.value)).sorted { $0.json < $1.json })
        }
    }

    static func dictionary(_ item: ValueType, keys: StringFormat, limit: Int = Int.max) -> ValueType {
        ValueType<[MapEntry<Value>]>.map(of: item, keys: keys, limit: limit).map { entries in
            .map(Dictionary(entries.map { ($0.key.value, $0.value.value) }, uniquingKeysWith: { $1 }))
        }
    }

    /// A mapping of any content, as JSON has it.
    static let json = ValueType(.json) { node, context in
        if node.mapping != nil { return context.json(node) }
        if let text = node.scalar?.text, text.first == "{" {
            context.error(
                "wrong-type", "`\(context.field)` must be a mapping, not a text that holds one", at: node.mark,
                fix: "Remove the quotes: YAML reads JSON as it is.")
        } else {
            context.wrongType(node, expected: Schema.json.expectation)
        }
        return nil
    }
}

extension Field where Spec == [String: Value] {
    init(_ name: String, _ type: ValueType<Value>, required: Bool = false, _ documentation: String) {
        self.init(name, type, in: \.self, required: required, documentation)
    }
}

extension DecodingContext {
    fileprivate mutating func json(_ node: YAMLNode) -> Value? {
        switch node.content {
        case .scalar(let scalar): return json(node, scalar)
        case .sequence(let nodes):
            return .list(nodes.compactMap { json($0) })
        case .mapping(let members):
            var map: [String: Value] = [:]
            for (key, node) in members {
                guard let name = key.scalar?.text else {
                    error("invalid-key", "a key of `\(field)` must be a text, not \(key.summary)", at: key.mark)
                    continue
                }
                map[name] = json(node)
            }
            return .map(map)
        }
    }

    private mutating func json(_ node: YAMLNode, _ scalar: YAMLScalar) -> Value? {
        if scalar.style == .plain, node.tag == nil, let reading = OlderReading(plain: scalar.text) {
            error(
                "ambiguous-scalar", "plain `\(scalar.text)` in `\(field)` is \(reading.rawValue) to some readers of YAML and not to others",
                at: node.mark,
                fix: "Quote it if it is a text: \"\(scalar.text)\".")
            return nil
        }
        switch node.value {
        case .null: return .null
        case .bool(let bool): return .bool(bool)
        case .number(let text):
            if let number = Number(text) { return .number(number) }
            fallthrough
        case .unwritableNumber:
            error(
                "wrong-type", "`\(scalar.text)` in `\(field)` is a number that JSON can't write", at: node.mark,
                fix: "Quote it if it is a text.")
            return nil
        case .text, nil: return interpolated(scalar.text, at: node.mark)
        }
    }
}
