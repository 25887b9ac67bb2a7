/// The pattern language written down as plainly as it can be, slow and for ASCII alone: what the matcher is compared with.
struct PlainMatcher {
    private typealias Picks = [Int: Int]
    private typealias Field = (path: String, comparisons: [PlainJSON])

    private var leaves: [(path: String, value: PlainJSON, elements: Picks)] = []
    private var arrays = 0

    static func matches(_ pattern: PlainJSON, _ event: PlainJSON) -> Bool {
        var matcher = PlainMatcher()
        matcher.flatten(event, path: "", elements: [:])
        return fields(of: pattern, path: "").contains { alternative in
            matcher.matches(alternative.sorted { $0.path < $1.path }[...], [:])
        }
    }

    private mutating func flatten(_ value: PlainJSON, path: String, elements: Picks) {
        switch value {
        case .object(let members):
            for member in members {
                flatten(member.value, path: path.isEmpty ? member.key : "\(path).\(member.key)", elements: elements)
            }
        case .array(let items):
            let array = arrays
            arrays += 1
            for (index, item) in items.enumerated() {
                switch item {
                case .object, .array: flatten(item, path: path, elements: elements.merging([array: index]) { $1 })
                default: flatten(item, path: path, elements: elements)
                }
            }
        default: leaves.append((path, value, elements))
        }
    }

    /// The alternatives that `$or` makes of an object.
    private static func fields(of pattern: PlainJSON, path: String) -> [[Field]] {
        guard case .object(let members) = pattern else { return [] }
        var alternatives: [[Field]] = [[]]
        for member in members {
            let (key, value) = (member.key, member.value)
            let inner = path.isEmpty ? key : "\(path).\(key)"
            let own: [[Field]] =
                switch value {
                case .array(let branches) where key == "$or": branches.flatMap { fields(of: $0, path: path) }
                case .array(let comparisons): [[(inner, comparisons)]]
                default: fields(of: value, path: inner)
                }
            alternatives = alternatives.flatMap { before in own.map { before + $0 } }
        }
        return alternatives
    }

    /// Tries every value for the first field, then the rest.
    private func matches(_ fields: ArraySlice<Field>, _ picks: Picks) -> Bool {
        guard let field = fields.first else { return true }
        let rest = fields.dropFirst()
        let possible = leaves.filter { leaf in
            leaf.path == field.path && leaf.elements.allSatisfy { (picks[$0.key] ?? $0.value) == $0.value }
        }
        for leaf in possible where field.comparisons.contains(where: { Self.takes($0, leaf.value) }) {
            if matches(rest, picks.merging(leaf.elements) { $1 }) { return true }
        }
        let mayBeAbsent = field.comparisons.contains {
            if case .object(let it) = $0, it[0].key == "exists" { it[0].value.text == "false" } else { false }
        }
        return mayBeAbsent && possible.isEmpty && matches(rest, picks)
    }

    private static func takes(_ comparison: PlainJSON, _ value: PlainJSON) -> Bool {
        guard case .object(let operation) = comparison else {
            if let wanted = address(comparison) { return address(value) == wanted }
            return equal(comparison, value)
        }
        let operand = operation[0].value
        switch operation[0].key {
        case "exactly": return equal(operand, value)
        case "exists": return operand.text == "true"
        case "numeric": return numeric(operand, value)
        case "cidr": return cidr(operand, value)
        case "anything-but":
            if case .object(let inner) = operand { return !list(inner[0].value).contains { text(inner[0].key, $0, value) } }
            return !list(operand).contains { equal($0, value) }
        case let name:
            if case .object(let inner) = operand { return text(name, lowercased(inner[0].value), lowercased(value)) }
            return text(name, operand, value)
        }
    }

    private static func text(_ name: String, _ operand: PlainJSON, _ value: PlainJSON) -> Bool {
        guard case .string(let wanted) = operand, case .string(let text) = value else { return false }
        switch name {
        case "prefix": return text.hasPrefix(wanted)
        case "suffix": return text.hasSuffix(wanted)
        case "equals-ignore-case": return text.lowercased() == wanted.lowercased()
        case "wildcard": return wildcard(Array(wanted)[...], Array(text)[...])
        default: return false
        }
    }

    private static func wildcard(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool {
        switch pattern.first {
        case nil: return text.isEmpty
        case "*": return wildcard(pattern.dropFirst(), text) || !text.isEmpty && wildcard(pattern, text.dropFirst())
        case "\\": return text.first == pattern.dropFirst().first && wildcard(pattern.dropFirst(2), text.dropFirst())
        case let character: return text.first == character && wildcard(pattern.dropFirst(), text.dropFirst())
        }
    }

    private static func numeric(_ operand: PlainJSON, _ value: PlainJSON) -> Bool {
        guard case .array(let terms) = operand, case .number(let number) = value else { return false }
        return stride(from: 0, to: terms.count, by: 2).allSatisfy { index in
            guard case .string(let comparison) = terms[index], case .number(let bound) = terms[index + 1] else { return false }
            switch comparison {
            case "=": return number == bound
            case "<": return number < bound
            case "<=": return number <= bound
            case ">": return number > bound
            default: return number >= bound
            }
        }
    }

    private static func cidr(_ operand: PlainJSON, _ value: PlainJSON) -> Bool {
        guard case .string(let block) = operand, let address = address(value) else { return false }
        let parts = block.split(separator: "/")
        guard parts.count == 2, let network = self.address(.string(String(parts[0]))), let bits = Int(parts[1]) else { return false }
        return address >> (32 - bits) == network >> (32 - bits)
    }

    /// IPv4 alone.
    private static func address(_ value: PlainJSON) -> UInt64? {
        guard case .string(let text) = value else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).compactMap { UInt8($0) }
        return parts.count == 4 ? parts.reduce(0) { $0 << 8 | UInt64($1) } : nil
    }

    private static func equal(_ left: PlainJSON, _ right: PlainJSON) -> Bool {
        left.text == right.text
    }

    private static func list(_ operand: PlainJSON) -> [PlainJSON] {
        if case .array(let elements) = operand { elements } else { [operand] }
    }

    private static func lowercased(_ value: PlainJSON) -> PlainJSON {
        if case .string(let text) = value { .string(text.lowercased()) } else { value }
    }
}
