import EventPatterns
import Model
import YAML

extension ValueType where Output == Value {
    /// A mapping that EventBridge takes as an event pattern. Of one that it would refuse, the error stands at the node at fault.
    static let eventPattern = ValueType(json.schema) { node, context in
        let errors = context.findings.errorCount
        let pattern = json.decode(node, &context)
        if let pattern, context.findings.errorCount == errors { context.check(MarkedPattern(pattern, node), at: node.mark) }
        return pattern
    }
}

extension DecodingContext {
    fileprivate mutating func check(_ pattern: MarkedPattern, at mark: YAMLMark) {
        patternPlaces[place(mark)] = pattern.paths.reduce(into: [:]) { $0["eventPattern." + $1.path] = place($1.mark) }
        for key in pattern.dottedKeys {
            findings.report(
                "dotted-key", "`\(key.name.excerpt)` in `\(field)` is read as keys within keys", at: place(key.mark), severity: .warning,
                detail: "EventBridge knows no difference between a dot in a key and a step to a nested key.",
                fix: "Nest the keys: `\(key.nested)`.")
        }
        do throws(EventPattern.Invalid) { _ = try EventPattern(json: pattern.json) } catch {
            self.error(
                "invalid-pattern", "`\(field)` is no event pattern: \(error.reason)", at: pattern.mark(at: error.position.offset),
                detail: "EventBridge would refuse the rule.")
        }
    }
}

/// An event pattern as JSON, with the place in the manifest of each of its parts. What isn't known yet has a stand-in of its length.
private struct MarkedPattern {
    struct Key {
        var name: String
        var mark: YAMLMark

        var nested: String {
            let steps = name.split(separator: ".", omittingEmptySubsequences: false)
            return steps.joined(separator: ": {") + ": …" + String(repeating: "}", count: steps.count - 1)
        }
    }

    private(set) var json = ""
    private(set) var dottedKeys: [Key] = []
    /// The keys from the root, joined by dots.
    private(set) var paths: [(path: String, mark: YAMLMark)] = []
    /// By their offsets in bytes, ascending.
    private var marks: [(offset: Int, mark: YAMLMark)] = []
    private let root: YAMLMark

    init(_ pattern: Value, _ node: YAMLNode) {
        root = node.mark
        write(pattern, node, path: [])
    }

    func mark(at offset: Int) -> YAMLMark { marks.last { $0.offset <= offset }?.mark ?? root }

    private mutating func write(_ value: Value, _ node: YAMLNode, path: [String]) {
        marks.append((json.utf8.count, node.mark))
        switch (value, node.content) {
        case (.map(let values), .mapping(let members)):
            let known = members.compactMap { key, node in
                key.scalar.flatMap { name in values[name.text].map { (name.text, key, $0, node) } }
            }
            json += "{"
            for (index, (name, key, value, node)) in known.enumerated() {
                if index > 0 { json += "," }
                marks.append((json.utf8.count, key.mark))
                if name.contains(".") { dottedKeys.append(Key(name: name, mark: key.mark)) }
                json += Value.string(name).json + ":"
                paths.append(((path + [name]).joined(separator: "."), key.mark))
                write(value, node, path: path + [name])
            }
            json += "}"
        case (.list(let values), .sequence(let nodes)):
            json += "["
            for (index, (value, node)) in zip(values, nodes).enumerated() {
                if index > 0 { json += "," }
                write(value, node, path: path)
            }
            json += "]"
        default:
            json += value.resolved { _ in PatternLength.standIn }.json
        }
    }
}
