import YAML

extension DecodingContext {
    /// A scalar that is a text to every reader of YAML. A plain one that is a number, a boolean or nothing to some is refused: what the author
    /// meant can't be told.
    mutating func text(_ node: YAMLNode, expected: String) -> String? {
        guard let scalar = node.scalar else {
            wrongType(node, expected: expected)
            return nil
        }
        guard let reading = scalar.style == .plain ? node.otherReading(of: scalar.text) : nil else {
            guard node.value == .text else {
                wrongType(node, expected: expected)
                return nil
            }
            return scalar.text
        }
        error(
            "unquoted", "`\(field)` must be a text, but plain `\(scalar.text)` reads as \(reading)", at: node.mark,
            fix: "Quote it: \"\(scalar.text)\".")
        return nil
    }
}

extension YAMLNode {
    /// What a plain scalar is to some reader, where that is no text; `nil` also where it is nothing at all.
    fileprivate func otherReading(of text: String) -> String? {
        guard tag != YAMLTag.string, !text.isEmpty, text != "~" else { return nil }
        return switch value {
        case .null: "nothing"
        case .bool: "a boolean"
        case .number, .unwritableNumber: "a number"
        case .text, nil: OlderReading(plain: text)?.rawValue
        }
    }
}
