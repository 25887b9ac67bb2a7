import EventPatterns
import Model
import OrderedCollections
import YAML

/// An event pattern that EventBridge takes, as a manifest gives it.
struct DeclaredPattern: Sendable {
    var value: Value
    /// What isn't known yet stands in it with a stand-in.
    var parsed: WrittenPattern
    /// Its own and those of its parts.
    var places: AttributePlaces
}

extension ValueType where Output == DeclaredPattern {
    /// A mapping that EventBridge takes as an event pattern. Of one that it would refuse, the error stands at the node at fault.
    static let eventPattern = ValueType(ValueType<Value>.json.schema) { node, context in
        let errors = context.findings.errorCount
        guard let value = ValueType<Value>.json.decode(node, &context), context.findings.errorCount == errors else { return nil }
        return context.pattern(value, node)
    }
}

extension DecodingContext {
    fileprivate mutating func pattern(_ value: Value, _ node: YAMLNode) -> DeclaredPattern? {
        let marked = MarkedPattern(value, node) { place($0) }
        do throws(EventPattern.Invalid) {
            let parsed = try WrittenPattern(utf8: marked.json)
            if parsed.length > PatternLength.limit {
                self.error("pattern-too-long", "the pattern has \(parsed.length) characters", at: node.mark, detail: PatternLength.detail)
            }
            return DeclaredPattern(value: value, parsed: parsed, places: marked.places)
        } catch {
            self.error(
                "invalid-pattern", "`\(field)` is no event pattern: \(error.reason)", at: marked.mark(at: error.position.offset),
                detail: "EventBridge would refuse the rule.")
            return nil
        }
    }
}

/// An event pattern as JSON, with the place in the manifest of each of its parts. What isn't known yet has a stand-in of its length.
private struct MarkedPattern {
    /// In UTF-8.
    private(set) var json: [UInt8] = []
    private(set) var places = AttributePlaces(minimumCapacity: 8)
    /// By their offsets in bytes, ascending.
    private var marks: [(offset: Int, mark: YAMLMark)] = []
    private let root: YAMLMark

    init(_ pattern: Value, _ node: YAMLNode, place: (YAMLMark) -> SourceLocation) {
        root = node.mark
        json.reserveCapacity(512)
        marks.reserveCapacity(16)
        write(pattern, node, in: places.add("eventPattern", at: place(node.mark)), place)
    }

    func mark(at offset: Int) -> YAMLMark { marks.last { $0.offset <= offset }?.mark ?? root }

    private mutating func write(
        _ value: Value, _ node: YAMLNode, in position: AttributePlaces.Position, _ place: (YAMLMark) -> SourceLocation
    ) {
        marks.append((json.count, node.mark))
        switch (value, node.content) {
        case (.map(let values), .mapping(let members)):
            json.append(UInt8(ascii: "{"))
            var isFirst = true
            for (key, member) in members {
                guard let name = key.scalar?.text, let value = values[name] else { continue }
                if !isFirst { json.append(UInt8(ascii: ",")) }
                isFirst = false
                marks.append((json.count, key.mark))
                Value.string(name).write(to: &json)
                json.append(UInt8(ascii: ":"))
                write(value, member, in: places.add(name, in: position, at: place(key.mark)), place)
            }
            json.append(UInt8(ascii: "}"))
        case (.list(let values), .sequence(let nodes)):
            json.append(UInt8(ascii: "["))
            for (index, (value, node)) in zip(values, nodes).enumerated() {
                if index > 0 { json.append(UInt8(ascii: ",")) }
                write(value, node, in: position, place)
            }
            json.append(UInt8(ascii: "]"))
        default: value.resolved { _ in PatternLength.standIn }.write(to: &json)
        }
    }
}
