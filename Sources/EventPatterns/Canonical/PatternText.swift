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
    private enum Member {
        case comparisons([Comparison])
        case alternatives([PatternTree])
    }

    private var tree = KeyTree<Member>()

    init(_ fields: [EventPattern.Field], or alternatives: [PatternTree]) {
        let paths = Set(fields.map(\.path))
        for field in fields {
            // Nested, a key that is an operator's name would be refused inside `$or`, or be `$or` itself.
            let isReserved = field.path.steps.contains { $0 == "$or" || PatternParser.reservedInsideOr.contains($0) }
            tree.insert(.comparisons(field.comparisons), at: isReserved ? [field.path] : field.path.keys(among: paths))
        }
        if !alternatives.isEmpty { tree.insert(.alternatives(alternatives), at: ["$or"]) }
    }

    func write(to text: inout JSONText) {
        tree.write(to: &text) { text, member in
            switch member {
            case .comparisons(let comparisons): text.array(comparisons) { $1.write(to: &$0) }
            case .alternatives(let alternatives): text.array(alternatives) { $1.write(to: &$0) }
            }
        }
    }
}
