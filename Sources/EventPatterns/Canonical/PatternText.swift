extension EventPattern: CustomStringConvertible {
    /// The canonical text: compact JSON with nested keys, sorted; what all alternatives share stands before `$or`.
    ///
    /// Reading it gives an equal pattern.
    public var json: String {
        var text = JSONText()
        write(to: &text)
        return text.utf8.description
    }

    public var description: String { json }

    private func write(to text: inout JSONText) {
        guard let first = alternatives.first, alternatives.count > 1 else {
            PatternTree(alternatives.first?.fields ?? [], or: []).write(to: &text)
            return
        }
        var shared = Set(first.fields)
        for alternative in alternatives { shared.formIntersection(alternative.fields) }
        // No object of `$or` may be empty, nor may it hold a key that is an operator's name.
        if alternatives.contains(where: { shared.isSuperset(of: $0.fields) }) {
            shared = shared.filter { PatternParser.reservedInsideOr.contains($0.path) }
        }
        let own = alternatives.map { PatternTree($0.fields.filter { !shared.contains($0) }, or: []) }
        PatternTree(shared.sorted(), or: own).write(to: &text)
    }
}

extension EventPattern.Conjunction {
    /// As a pattern has it.
    var json: JSONText {
        var text = JSONText()
        PatternTree(fields, or: []).write(to: &text)
        return text
    }
}

extension EventPattern.Field {
    /// The comparisons, as a pattern has them.
    var json: JSONText {
        var text = JSONText()
        text.array(comparisons) { $1.write(to: &$0) }
        return text
    }
}

/// An object of a pattern.
private struct PatternTree {
    private enum Value {
        case comparisons([Comparison])
        case object(PatternTree)
        case alternatives([PatternTree])
    }

    private var members: [UTF8String: Value] = [:]

    init(_ fields: [EventPattern.Field], or alternatives: [PatternTree]) {
        let paths = Set(fields.map(\.path))
        for field in fields { insert(field.comparisons, at: Self.keys(field.path, among: paths)[...]) }
        if !alternatives.isEmpty { members["$or"] = .alternatives(alternatives) }
    }

    /// The steps of a path as nested keys; in one key where nested they would mean something else.
    private static func keys(_ path: UTF8String, among paths: Set<UTF8String>) -> [UTF8String] {
        let dot = UInt8(ascii: ".")
        let steps = path.bytes.split(separator: dot, omittingEmptySubsequences: false).map { UTF8String(validated: Array($0)) }
        let isOperator = steps.contains { $0 == "$or" || PatternParser.reservedInsideOr.contains($0) }
        // A field that is a value can't be an object as well.
        let isBelowField = path.bytes.indices.contains {
            path.bytes[$0] == dot && paths.contains(UTF8String(validated: Array(path.bytes[..<$0])))
        }
        return isOperator || isBelowField ? [path] : steps
    }

    private mutating func insert(_ comparisons: [Comparison], at keys: ArraySlice<UTF8String>) {
        guard let key = keys.first else { return }
        if keys.count == 1 {
            members[key] = .comparisons(comparisons)
        } else {
            var object = PatternTree([], or: [])
            if case .object(let existing) = members[key] { object = existing }
            object.insert(comparisons, at: keys.dropFirst())
            members[key] = .object(object)
        }
    }

    func write(to text: inout JSONText) {
        text.object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) { text, value in
            switch value {
            case .comparisons(let comparisons): text.array(comparisons) { $1.write(to: &$0) }
            case .object(let object): object.write(to: &text)
            case .alternatives(let alternatives): text.array(alternatives) { $1.write(to: &$0) }
            }
        }
    }
}
