import Model

/// A key of a pattern has a dot in it: EventBridge knows no difference between that and a step to a nested key.
///
/// `"detail.queueId"` is read as `queueId` within `detail`. Whoever means a field whose own name has a dot can't be told apart from that, and who reads the
/// manifest is misled; nest the keys instead.
enum DottedKeys: Check {
    static let id = "dotted-key"
    static let severity = Diagnostic.Severity.warning

    static func findings(in set: CheckedSet) -> [CheckFinding] {
        set.patternRules.flatMap { rule -> [CheckFinding] in
            guard let pattern = rule.resource.attributes["eventPattern"], pattern.hasDottedKeys else { return [] }
            return keys(pattern, at: "eventPattern").map { key, path in
                CheckFinding(
                    rule.resource, at: path, "the key `\(key)` of the pattern is read as keys within keys",
                    detail: "EventBridge knows no difference between a dot in a key and a step to a nested key.",
                    fix: "Nest the keys: `\(nested(key))`.")
            }
        }
    }

    /// Those with dots, each with its path, in the order of the paths.
    private static func keys(_ value: Value, at path: String) -> [(key: String, path: String)] {
        switch value {
        case .map(let members):
            members.sorted { $0.key < $1.key }.flatMap { key, value in
                (key.contains(".") ? [(key, "\(path).\(key)")] : []) + keys(value, at: "\(path).\(key)")
            }
        case .list(let items): items.flatMap { keys($0, at: path) }
        default: []
        }
    }

    private static func nested(_ key: String) -> String {
        let steps = key.split(separator: ".", omittingEmptySubsequences: false)
        return steps.joined(separator: ": {") + ": …" + String(repeating: "}", count: steps.count - 1)
    }
}

extension Value {
    fileprivate var hasDottedKeys: Bool {
        switch self {
        case .map(let members): members.contains { $0.key.utf8.contains(UInt8(ascii: ".")) || $0.value.hasDottedKeys }
        case .list(let items): items.contains(where: \.hasDottedKeys)
        default: false
        }
    }
}
