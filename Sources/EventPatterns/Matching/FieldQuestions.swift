// What a pattern asks of one field, for whoever wants to know which events it is about.

extension EventPattern {
    /// The paths of all fields that the pattern names, sorted, each once.
    public var paths: [String] {
        guard alternatives.count > 1 else { return alternatives.flatMap(\.fields).map(\.path.description) }
        return Set(alternatives.flatMap(\.fields).map(\.path)).sorted().map(\.description)
    }

    /// The pattern with what it says of other fields left out; `nil` where nothing is left in some alternative, so that every event is taken.
    public func keeping(_ paths: Set<String>) -> EventPattern? {
        let paths = paths.map { UTF8String($0) }
        let kept = alternatives.map { $0.fields.filter { paths.contains($0.path) } }
        guard kept.allSatisfy({ !$0.isEmpty }) else { return nil }
        return EventPattern(alternatives: kept.map(EventPattern.Conjunction.init).sortedWithoutRepetitions())
    }

    /// Whether no event of EventBridge can satisfy the pattern; false where that can't be proved.
    public var isProvablyUnsatisfiable: Bool { alternatives.allSatisfy { $0.fields.contains(where: \.isProvablyUnsatisfiable) } }

    /// Whether some alternative leaves the field open, or takes this text there.
    public func admits(_ text: String, at path: String) -> Bool {
        alternatives.contains { alternative in
            alternative.field(at: path).map { $0.takes(text) } ?? true
        }
    }

    /// The texts that the pattern names as they are at a path, sorted; `nil` where some alternative leaves the field open or compares it otherwise.
    public func exactTexts(at path: String) -> [String]? {
        var texts: [UTF8String] = []
        for alternative in alternatives {
            guard let field = alternative.field(at: path) else { return nil }
            for comparison in field.comparisons {
                guard case .equals(.string(let text)) = comparison else { return nil }
                texts.append(text)
            }
        }
        return texts.sortedWithoutRepetitions().map(\.description)
    }
}

extension EventPattern.Conjunction {
    public func field(at path: String) -> EventPattern.Field? {
        let length = path.utf8.count
        return fields.first { $0.path.bytes.count == length && $0.path.bytes.elementsEqual(path.utf8) }
    }
}

extension EventPattern.Field {
    /// Whether the field takes a text, whatever the others say.
    public func takes(_ text: String) -> Bool {
        let value = JSONScalar.string(UTF8String(text))
        return comparisons.contains { $0.matches(value) }
    }
}

extension EventPattern.Field {
    /// Of the envelope's fields every event has one text.
    fileprivate var isProvablyUnsatisfiable: Bool {
        // What most fields ask for.
        if case .equals(.string) = comparisons[0] { return false }
        let possible: [Comparison] = EventPattern.envelope.contains(path) ? [.prefix("")] : [.exists(true), .exists(false)]
        return FieldSearch.intersection(comparisons, possible) == .none
    }
}
