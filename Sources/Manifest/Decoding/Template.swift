/// A text with `${…}` in it; `$${` stands for `${` itself.
struct Template {
    enum Part: Hashable {
        case literal(String)
        /// What stands between the braces.
        case expression(String)
    }

    private(set) var parts: [Part] = []

    /// `nil` where a brace isn't closed.
    init?(_ text: String) {
        var rest = Substring(text)
        var literal = ""
        while let dollar = rest.firstIndex(of: "$") {
            literal += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$${") {
                literal += "${"
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("${") {
                guard let end = rest.firstIndex(of: "}") else { return nil }
                if !literal.isEmpty { parts.append(.literal(literal)) }
                literal = ""
                parts.append(.expression(String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end])))
                rest = rest[rest.index(after: end)...]
            } else {
                literal += "$"
                rest = rest.dropFirst()
            }
        }
        literal += rest
        if !literal.isEmpty { parts.append(.literal(literal)) }
    }

    /// Whether a text is more than itself. Most are not, and this is asked of every one.
    static func isNeeded(for text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "$")) && text.contains("${")
    }
}
