/// Text from manifests and clouds made safe for a terminal. Everything that is shown passes here once, by way of `StyledText`.
///
/// Names and messages are written by others: an escape sequence in a queue's name must not move the cursor, a line break must not forge a line of
/// the plan, and a bidirectional override or an invisible character must not make two different names look the same.
enum Neutralized {
    /// The text with each unsafe scalar in a visible spelling: `\n`, `\r`, `\t`, or `\u{1b}` with its code point in hexadecimal.
    static func text(_ text: some StringProtocol) -> String { escaped(text, isQuoted: false) }

    /// The same between quotation marks, with `"` and `\` escaped too, so that the spelling is unambiguous.
    static func quoted(_ text: some StringProtocol) -> String { "\"" + escaped(text, isQuoted: true) + "\"" }

    private static func escaped(_ text: some StringProtocol, isQuoted: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\"" where isQuoted: result += "\\\""
            case "\\" where isQuoted: result += "\\\\"
            case _ where scalar.isDeceptive: result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether a terminal would obey the scalar, show nothing for it, or show it like another: control and format characters (the bidirectional ones
    /// among them), line and paragraph separators, spaces that are not U+0020, and what Unicode calls default-ignorable, save for the selectors that
    /// choose how an emoji looks.
    fileprivate var isDeceptive: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
        default: return properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
        }
    }
}
