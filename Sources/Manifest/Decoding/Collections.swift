import Model
import OrderedCollections
import YAML

extension ValueType {
    static func list<Item>(of item: ValueType<Item>, count: ClosedRange<Int> = 0...Int.max) -> ValueType<[Located<Item>]>
    where Output == [Located<Item>] {
        let schema = Schema.list(item.schema, count: count)
        return ValueType(schema) { node, context in
            guard let nodes = node.sequence else {
                context.wrongType(node, expected: schema.expectation)
                return nil
            }
            context.check(nodes.count, count, of: "items", at: node.mark)
            return nodes.enumerated().compactMap { index, node in
                context.enter(index)
                defer { context.leave() }
                return item.decode(node, &context).map { Located(value: $0, place: context.place(node.mark)) }
            }
        }
    }

    static func map<Item>(of item: ValueType<Item>, keys: StringFormat, limit: Int = Int.max) -> ValueType<[MapEntry<Item>]>
    where Output == [MapEntry<Item>] {
        let schema = Schema.map(keys: keys, values: item.schema, limit: limit)
        return ValueType(schema) { node, context in
            guard let members = node.mapping else {
                context.wrongType(node, expected: schema.expectation)
                return nil
            }
            context.check(members.count, 0...limit, of: "entries", at: members.count > limit ? members.keys[limit].mark : node.mark)
            return members.compactMap { key, node in
                guard let name = context.key(key, format: keys) else { return nil }
                context.enter(name)
                defer { context.leave() }
                return item.decode(node, &context).map {
                    MapEntry(
                        key: Located(value: name, place: context.place(key.mark)),
                        value: Located(value: $0, place: context.place(node.mark)))
                }
            }
        }
    }
}

/// A member of a mapping whose keys are the user's.
struct MapEntry<Item: Sendable>: Sendable {
    var key: Located<String>
    var value: Located<Item>
}

extension DecodingContext {
    fileprivate mutating func check(_ count: Int, _ range: ClosedRange<Int>, of things: String, at mark: YAMLMark) {
        if count < range.lowerBound, count == 0 {
            error("too-few", "`\(field)` is empty", at: mark, fix: "Name at least one, or leave the key out.")
        } else if count > range.upperBound {
            error("too-many", "`\(field)` has \(count) \(things), at most \(range.upperBound) are allowed", at: mark)
        }
    }

    fileprivate mutating func key(_ node: YAMLNode, format: StringFormat) -> String? {
        guard let name = node.scalar?.text, format.accepts(name) else {
            error("invalid-key", "a key of `\(field)` must be \(format.expectation), not \(node.summary)", at: node.mark)
            return nil
        }
        return name
    }
}
