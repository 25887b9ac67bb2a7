/// Reads an event once, and keeps of it only the values at the paths of the rules, as places in its bytes.
struct EventWalk {
    /// The text is no event, or has something rare: `Event` is to read it.
    struct Irregular: Error {}

    struct Leaf {
        enum Content {
            /// Text without escapes, as it stands in the event.
            case text(Range<Int>)
            case scalar(JSONScalar)
        }

        var field: Int
        var content: Content
        /// The keys that it satisfies, in `found`.
        var keys: Range<Int>
    }

    let bytes: [UInt8]
    private let index: RuleIndex
    private var position = 0
    private var elements = 0
    private(set) var leaves: [Leaf] = []
    private(set) var found: [Int] = []
    /// Whether a kept value is in an element of an array, so that it doesn't go with all others.
    private(set) var isInElement = false

    init(_ bytes: [UInt8], _ index: RuleIndex) throws(Irregular) {
        self.bytes = bytes
        self.index = index
        leaves.reserveCapacity(16)
        found.reserveCapacity(16)
        guard next() == UInt8(ascii: "{") else { throw Irregular() }
        try object(PathTree.root, depth: 0)
        guard next() == nil else { throw Irregular() }
    }

    /// The next byte that isn't white space, without taking it.
    private mutating func next() -> UInt8? {
        while position < bytes.count {
            let byte = bytes[position]
            if byte > 0x20 { return byte }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            position += 1
        }
        return nil
    }

    /// - Parameter node: nil where no rule goes.
    private mutating func value(_ node: Int?, depth: Int) throws(Irregular) {
        switch next() {
        case UInt8(ascii: "{"): try object(node, depth: depth)
        case UInt8(ascii: "["): try array(node, depth: depth)
        case UInt8(ascii: "\""):
            let content = try string()
            if let field = node.flatMap(index.paths.field) { keep(content, field) }
        default:
            let start = position
            try scalar()
            guard let field = node.flatMap(index.paths.field) else { return }
            var scanner = JSONScanner(bytes, from: start)
            guard let value = try? scanner.scalar() else { throw Irregular() }
            keep(.scalar(value), field)
        }
    }

    private mutating func object(_ node: Int?, depth: Int) throws(Irregular) {
        guard depth < JSONScanner.maximumDepth else { throw Irregular() }
        position += 1
        if next() == UInt8(ascii: "}") {
            position += 1
            return
        }
        while true {
            guard next() == UInt8(ascii: "\"") else { throw Irregular() }
            let below: Int?
            switch try string() {
            case .text(let key): below = node.flatMap { index.paths.node(below: $0, key, in: bytes) }
            case .scalar(.string(let key)): below = node.flatMap { index.paths.node(below: $0, key.bytes.indices, in: key.bytes) }
            case .scalar: throw Irregular()
            }
            guard next() == UInt8(ascii: ":") else { throw Irregular() }
            position += 1
            try value(below, depth: depth + 1)
            let separator = next()
            position += 1
            if separator == UInt8(ascii: "}") { return }
            guard separator == UInt8(ascii: ",") else { throw Irregular() }
        }
    }

    private mutating func array(_ node: Int?, depth: Int) throws(Irregular) {
        guard depth < JSONScanner.maximumDepth else { throw Irregular() }
        position += 1
        if next() == UInt8(ascii: "]") {
            position += 1
            return
        }
        while true {
            let first = next()
            let isNested = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
            if isNested { elements += 1 }
            try value(node, depth: depth + 1)
            if isNested { elements -= 1 }
            let separator = next()
            position += 1
            if separator == UInt8(ascii: "]") { return }
            guard separator == UInt8(ascii: ",") else { throw Irregular() }
        }
    }

    private mutating func keep(_ content: Leaf.Content, _ field: Int) {
        if elements > 0 { isInElement = true }
        let start = found.count
        switch content {
        case .text(let range): index.keys[field].find(range, in: bytes, &found)
        case .scalar(.string(let text)): index.keys[field].find(text.bytes.indices, in: text.bytes, &found)
        case .scalar(let value): index.keys[field].find(value, &found)
        }
        leaves.append(Leaf(field: field, content: content, keys: start..<found.count))
    }
}

// Tokens.
extension EventWalk {
    /// The string at the quote that `next` shows.
    private mutating func string() throws(Irregular) -> Leaf.Content {
        let start = position + 1
        let bytes = bytes
        let text = bytes.span
        var end = start
        while end < text.count {
            let byte = text[end]
            if byte == UInt8(ascii: "\"") {
                position = end + 1
                return .text(start..<end)
            }
            if byte < 0x20 { throw Irregular() }
            if byte >= 0x80 || byte == UInt8(ascii: "\\") {
                var scanner = JSONScanner(bytes, from: position)
                guard let text = try? scanner.string() else { throw Irregular() }
                position = scanner.index
                return .scalar(.string(text))
            }
            end += 1
        }
        throw Irregular()
    }

    /// A number, `true`, `false` or `null`.
    private mutating func scalar() throws(Irregular) {
        switch next() {
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
    }

    private mutating func word(_ word: StaticString) throws(Irregular) {
        for offset in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == word.utf8Start[offset] else { throw Irregular() }
            position += 1
        }
    }

    private mutating func number() throws(Irregular) {
        _ = take(UInt8(ascii: "-"))
        if take(UInt8(ascii: "0")) {
            guard digits() == 0 else { throw Irregular() }
        } else if digits() == 0 {
            throw Irregular()
        }
        if take(UInt8(ascii: ".")), digits() == 0 { throw Irregular() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            if digits() == 0 { throw Irregular() }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func digits() -> Int {
        let start = position
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 { position += 1 }
        return position - start
    }
}
