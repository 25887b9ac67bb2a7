/// The comparisons of all rules on one path that a value finds by a look-up: exact ones, prefixes and suffixes. Each has a number, its key.
struct FieldKeys: Sendable {
    private var texts = NumberedTexts()
    private var prefixes = NumberedTexts()
    private var suffixes = NumberedTexts()
    private var scalars: [JSONScalar: Int] = [:]

    /// - Returns: nil where the comparison can't be looked up.
    mutating func key(of comparison: Comparison, next: inout Int) -> Int? {
        switch comparison {
        case .equals(.string(let text)): return texts.key(of: text.bytes, next: &next)
        case .prefix(let text): return prefixes.key(of: text.bytes, next: &next)
        case .suffix(let text): return suffixes.key(of: text.bytes, next: &next)
        case .equals(let value):
            if let known = scalars[value] { return known }
            defer { next += 1 }
            scalars[value] = next
            return next
        default: return nil
        }
    }

    /// Adds the keys that a text satisfies.
    func find(_ range: Range<Int>, in bytes: [UInt8], _ found: inout [Int]) {
        if let key = texts.key(range, bytes) { found.append(key) }
        for length in prefixes.lengths where length <= range.count {
            if let key = prefixes.key(range.lowerBound..<range.lowerBound + length, bytes) { found.append(key) }
        }
        for length in suffixes.lengths where length <= range.count {
            if let key = suffixes.key(range.upperBound - length..<range.upperBound, bytes) { found.append(key) }
        }
    }

    /// Adds the keys that a value other than a text satisfies.
    func find(_ value: JSONScalar, _ found: inout [Int]) {
        if let key = scalars[value] { found.append(key) }
    }

}

private struct NumberedTexts: Sendable {
    private var table = ByteTable()
    private var keys: [Int] = []
    /// Of the texts, each once.
    private(set) var lengths: [Int] = []

    mutating func key(of text: [UInt8], next: inout Int) -> Int {
        let number = table.insert(text)
        if number == keys.count {
            keys.append(next)
            next += 1
            if !lengths.contains(text.count) { lengths.append(text.count) }
        }
        return keys[number]
    }

    func key(_ range: Range<Int>, _ bytes: [UInt8]) -> Int? { table.number(of: range, in: bytes).map { keys[$0] } }
}
