/// Genesys' search by name: `*` at either end, capitals don't count.
enum NameFilter {
    static func matches(_ pattern: String, _ name: String) -> Bool {
        let name = name.lowercased()
        let core = pattern.lowercased().drop { $0 == "*" }
        let text = String(core.reversed().drop { $0 == "*" }.reversed())
        switch (pattern.hasPrefix("*"), pattern.hasSuffix("*")) {
        case (true, true): return text.isEmpty || name.contains(text)
        case (true, false): return name.hasSuffix(text)
        case (false, true): return name.hasPrefix(text)
        case (false, false): return name == text
        }
    }
}
