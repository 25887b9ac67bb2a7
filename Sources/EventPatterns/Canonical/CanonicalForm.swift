extension EventPattern.Conjunction {
    init(canonicalizing fields: [UTF8String: [Comparison]]) {
        self.fields = fields.sorted { $0.key < $1.key }.map { path, comparisons in
            EventPattern.Field(path: path, comparisons: comparisons.map(\.canonical).sortedWithoutRepetitions())
        }
    }
}

extension Comparison {
    /// The simplest comparison of the same meaning.
    fileprivate var canonical: Comparison {
        switch self {
        case .equals(.number(let number)):
            return .equals(.number(number.canonical))
        case .equalsIgnoringCase(let text) where text.isCaseless:
            return .equals(.string(text.text))
        case .prefixIgnoringCase(let text) where text.isCaseless:
            return .prefix(text.text)
        case .suffixIgnoringCase(let text) where text.isCaseless:
            return Comparison.suffix(text.text).canonical
        case .suffix(let text) where text.bytes.isEmpty:
            return .prefix(text)
        case .wildcard(let wildcard):
            return wildcard.simplified ?? self
        case .anythingBut(let exclusion):
            return .anythingBut(exclusion.canonical)
        default:
            return self
        }
    }
}

extension Exclusion {
    fileprivate var canonical: Exclusion {
        switch self {
        case .strings(let texts): .strings(texts.sortedWithoutRepetitions())
        case .numbers(let numbers): .numbers(numbers.map(\.canonical).sortedWithoutRepetitions())
        case .prefixes(let texts): .prefixes(texts.sortedWithoutRepetitions())
        case .suffixes(let texts): .suffixes(texts.sortedWithoutRepetitions())
        case .equalsIgnoringCase(let texts): .equalsIgnoringCase(texts.sortedWithoutRepetitions())
        case .wildcards(let wildcards): .wildcards(wildcards.sortedWithoutRepetitions())
        }
    }
}

extension JSONNumber {
    fileprivate var canonical: JSONNumber { comparable.map(JSONNumber.init) ?? self }
}

extension Wildcard {
    /// An exact value, a prefix or a suffix, where that says the same.
    fileprivate var simplified: Comparison? {
        guard let first = segments.first, let last = segments.last else { return nil }
        if segments.count == 1 { return .equals(.string(UTF8String(validated: first))) }
        guard segments.count == 2 else { return nil }
        if last.isEmpty { return .prefix(UTF8String(validated: first)) }
        return first.isEmpty ? .suffix(UTF8String(validated: last)) : nil
    }
}

extension Sequence where Element: Hashable & Comparable {
    func sortedWithoutRepetitions() -> [Element] {
        let elements = Array(self)
        return elements.count < 2 ? elements : Set(elements).sorted()
    }
}
