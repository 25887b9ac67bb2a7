import Model
import YAML

extension DecodingContext {
    /// A text that must be known now, such as a name.
    mutating func text(_ node: YAMLNode, expected: String) -> String? {
        guard let value = textValue(node, expected: expected) else { return nil }
        if case .unknown(let unknown) = value {
            error(
                "unknown-value", "`\(field)` must be known before anything is changed", at: node.mark,
                detail: "`\(unknown)` is known only once its resource exists.")
        }
        return value.string
    }

    /// A text, its `${…}` filled in as far as they are known.
    mutating func textValue(_ node: YAMLNode, expected: String) -> Value? {
        guard let text = sourceText(node, expected: expected) else { return nil }
        return interpolated(text, at: node.mark)
    }

    mutating func interpolated(_ text: String, at mark: YAMLMark) -> Value? {
        guard Template.isNeeded(for: text) else { return .string(text) }
        guard let scope else {
            error("misplaced-expression", "`\(field)` can't hold `${…}`", at: mark, fix: "Write the value itself.")
            return nil
        }
        guard let template = Template(text) else {
            error("unclosed-expression", "a `${` in `\(field)` isn't closed", at: mark, fix: "Add `}`, or write `$${` for a literal `${`.")
            return nil
        }
        var parts: [Unknown.Part] = []
        for part in template.parts {
            switch part {
            case .literal(let text): parts.append(.literal(text))
            case .expression(let expression):
                guard let found = self.parts(of: expression, scope, at: mark) else { return nil }
                parts += found
            }
        }
        let texts = parts.compactMap { if case .literal(let text) = $0 { text } else { nil } }
        return texts.count == parts.count ? .string(texts.joined()) : .unknown(Unknown(parts))
    }

    private mutating func parts(of expression: String, _ scope: Scope, at mark: YAMLMark) -> [Unknown.Part]? {
        do throws(Scope.Problem) {
            switch try scope.value(of: expression) {
            case .unknown(let unknown): return unknown.parts
            case let value: return [.literal(value.string ?? "")]
            }
        } catch {
            self.error(error.code, error.summary, at: mark, detail: error.detail, fix: error.fix)
            return nil
        }
    }

    /// A scalar that is a text to every reader of YAML. A plain one that is a number, a boolean or nothing to some is refused: what the author
    /// meant can't be told.
    private mutating func sourceText(_ node: YAMLNode, expected: String) -> String? {
        guard let scalar = node.scalar else {
            wrongType(node, expected: expected)
            return nil
        }
        let value = node.value
        guard let reading = scalar.style == .plain ? node.otherReading(of: scalar.text, value) : nil else {
            guard value == .text else {
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
    fileprivate func otherReading(of text: String, _ value: CoreValue?) -> String? {
        guard tag != YAMLTag.string, !text.isEmpty, text != "~" else { return nil }
        return switch value {
        case .null: "nothing"
        case .bool: "a boolean"
        case .number, .unwritableNumber: "a number"
        case .text, nil: OlderReading(plain: text)?.rawValue
        }
    }
}
