/// A value of a resource's attribute: a JSON tree whose leaves may be unknown until another resource exists.
///
/// Maps have no order: two values are equal when they mean the same JSON, and output is always sorted by key.
public enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    /// In a box, so that a value is no bigger than a string.
    indirect case number(Number)
    case string(String)
    case list([Value])
    case map([String: Value])
    case unknown(Unknown)
}

extension Value {
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var integer: Int? { if case .number(let value) = self { value.integer } else { nil } }
    public var list: [Value]? { if case .list(let value) = self { value } else { nil } }
    public var map: [String: Value]? { if case .map(let value) = self { value } else { nil } }

    /// The strings of a list; `nil` where the value is no list or has an item that is no string.
    public var strings: [String]? {
        guard let list else { return nil }
        let strings = list.compactMap(\.string)
        return strings.count == list.count ? strings : nil
    }

    public subscript(key: String) -> Value? { map?[key] }

    /// Every unknown in the tree.
    public var unknowns: Set<Unknown> {
        switch self {
        case .null, .bool, .number, .string: []
        case .list(let items): items.reduce(into: []) { $0.formUnion($1.unknowns) }
        case .map(let members): members.values.reduce(into: []) { $0.formUnion($1.unknowns) }
        case .unknown(let unknown): [unknown]
        }
    }

    public var isKnown: Bool {
        switch self {
        case .null, .bool, .number, .string: true
        case .list(let items): items.allSatisfy(\.isKnown)
        case .map(let members): members.values.allSatisfy(\.isKnown)
        case .unknown: false
        }
    }

    /// The tree with what `known` can tell put in the place of its unknowns; the rest stay unknown.
    public func resolved(_ known: (Reference) -> Value?) -> Value { isKnown ? self : replacingUnknowns(known) }

    private func replacingUnknowns(_ known: (Reference) -> Value?) -> Value {
        switch self {
        case .null, .bool, .number, .string: self
        case .list(let items): .list(items.map { $0.replacingUnknowns(known) })
        case .map(let members): .map(members.mapValues { $0.replacingUnknowns(known) })
        case .unknown(let unknown): unknown.resolved(known)
        }
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .number(Number(value)) }
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, Value)...) {
        self = .map(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}
