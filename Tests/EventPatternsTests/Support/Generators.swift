extension Seeded {
    private static let texts = [
        "", "a", "b", "ab", "ba", "abc", "aab", "A", "aB", "ABC", "x*y", "x\\y", "1", "10.0.0.1", "10.0.0.01", "10.0.0.9", "11.0.0.1",
    ]
    private static let numbers: [Double] = [0, 1, -1, 2.5, 10, 100, 1e10]
    private static let wildcards = ["a*", "*b", "*", "a*b", "*a*", "a*c", "ab", "x\\*y", "x\\\\y", "*a*b"]
    private static let blocks = ["10.0.0.0/8", "10.0.0.0/24", "10.0.0.1/31", "11.0.0.0/16"]

    mutating func text() -> PlainJSON { .string(pick(Self.texts)) }

    mutating func number() -> PlainJSON { .number(pick(Self.numbers)) }

    mutating func scalar() -> PlainJSON {
        switch Int.random(in: 0..<10, using: &self) {
        case 0: .null
        case 1: .bool(chance(0.5))
        case 2...4: number()
        default: text()
        }
    }

    mutating func comparison() -> PlainJSON {
        func operation(_ name: String, _ operand: PlainJSON) -> PlainJSON { .object([PlainJSON.Member(name, operand)]) }
        let inEitherCase = { (seeded: inout Seeded) in operation("equals-ignore-case", seeded.text()) }
        switch Int.random(in: 0..<18, using: &self) {
        case 0...4: return scalar()
        case 5: return operation("exactly", text())
        case 6: return operation("prefix", text())
        case 7: return operation("suffix", text())
        case 8: return operation("prefix", inEitherCase(&self))
        case 9: return operation("suffix", inEitherCase(&self))
        case 10: return inEitherCase(&self)
        case 11: return operation("wildcard", .string(pick(Self.wildcards)))
        case 12: return operation("exists", .bool(chance(0.5)))
        case 13: return operation("cidr", .string(pick(Self.blocks)))
        case 14: return operation("numeric", numeric())
        case 15: return operation("anything-but", .array(chance(0.5) ? list(1...3) { $0.text() } : list(1...3) { $0.number() }))
        case 16:
            let name = pick(["prefix", "suffix", "equals-ignore-case"])
            return operation("anything-but", operation(name, .array(list(1...2) { .string($0.pick(Self.texts.filter { !$0.isEmpty })) })))
        default: return operation("anything-but", operation("wildcard", .array(list(1...2) { .string($0.pick(Self.wildcards)) })))
        }
    }

    private mutating func numeric() -> PlainJSON {
        let bounds = Self.numbers.filter { $0 <= 5e9 }
        switch Int.random(in: 0..<4, using: &self) {
        case 0: return .array([.string("="), .number(pick(bounds))])
        case 1: return .array([.string(pick(["<", "<="])), .number(pick(bounds))])
        case 2: return .array([.string(pick([">", ">="])), .number(pick(bounds))])
        default:
            let index = Int.random(in: 0..<bounds.count - 1, using: &self)
            let sorted = bounds.sorted()
            return .array([.string(pick([">", ">="])), .number(sorted[index]), .string(pick(["<", "<="])), .number(sorted[index + 1])])
        }
    }

    /// Keys of `$or` are others than those beside it, since a later list for a path replaces an earlier one.
    mutating func pattern(keys: [String] = ["source", "a", "b"], depth: Int = 0) -> PlainJSON {
        var members: [PlainJSON.Member] = keys.filter { _ in chance(0.6) }.map { key in
            let isNested = key != "source" && depth < 2 && chance(0.4)
            return PlainJSON.Member(
                key, isNested ? pattern(keys: ["a", "b", "c"], depth: depth + 1) : .array(list(1...3) { $0.comparison() }))
        }
        if members.isEmpty, let key = keys.last { members = [PlainJSON.Member(key, .array(list(1...2) { $0.comparison() }))] }
        if depth == 0, chance(0.2) {
            members.append(PlainJSON.Member("$or", .array(list(2...3) { $0.pattern(keys: ["p", "q"], depth: 1) })))
        }
        return .object(members.shuffled(using: &self))
    }

    /// The envelope's `source` is one value, as it is in every event of EventBridge.
    mutating func event() -> PlainJSON {
        .object(
            ["source", "a", "b", "p", "q"].filter { _ in chance(0.8) }.map {
                PlainJSON.Member($0, $0 == "source" ? scalar() : value(depth: 0))
            })
    }

    private mutating func value(depth: Int) -> PlainJSON {
        switch Int.random(in: 0..<10, using: &self) {
        case 0...2 where depth < 3:
            .object(["a", "b", "c"].filter { _ in chance(0.7) }.map { PlainJSON.Member($0, value(depth: depth + 1)) })
        case 3...4 where depth < 3: .array(list(0...3) { $0.value(depth: depth + 1) })
        default: scalar()
        }
    }
}
