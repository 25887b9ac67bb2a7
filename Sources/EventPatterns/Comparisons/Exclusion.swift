/// What `anything-but` excludes. Every other value satisfies it, whatever its type: `{"anything-but": "x"}` takes the number 1 and `null`.
public enum Exclusion: Hashable, Sendable {
    case strings([UTF8String])
    case numbers([JSONNumber])
    case prefixes([UTF8String])
    case suffixes([UTF8String])
    case equalsIgnoringCase([CaseInsensitiveText])
    case wildcards([Wildcard])
}

extension Exclusion {
    func contains(_ value: JSONScalar) -> Bool {
        switch (self, value) {
        case (.strings(let excluded), .string(let text)): excluded.contains(text)
        case (.numbers(let excluded), .number(let number)): excluded.contains(number)
        case (.prefixes(let excluded), .string(let text)): excluded.contains { text.bytes.starts(with: $0.bytes) }
        case (.suffixes(let excluded), .string(let text)):
            excluded.contains { text.bytes.reversed().starts(with: $0.bytes.reversed()) }
        case (.equalsIgnoringCase(let excluded), .string(let text)): excluded.contains { $0.equals(text) }
        case (.wildcards(let excluded), .string(let text)): excluded.contains { $0.matches(text) }
        default: false
        }
    }
}
