extension Value {
    /// The canonical JSON text: keys sorted by their code units, no spaces, numbers in their shortest exact form.
    ///
    /// An unknown is written as `null`: callers that send a value resolve it first, callers that show one say what is unknown beside it.
    public var json: String {
        var writer = JSONWriter(indented: false)
        writer.write(self, level: 0)
        return writer.text
    }

    /// The same, a member a line, indented by two spaces; without a final newline.
    public var prettyJSON: String {
        var writer = JSONWriter(indented: true)
        writer.write(self, level: 0)
        return writer.text
    }
}

private struct JSONWriter {
    let indented: Bool
    var text = ""

    init(indented: Bool) { self.indented = indented }

    mutating func write(_ value: Value, level: Int) {
        switch value {
        case .null, .unknown: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .number(let number): text += number.description
        case .string(let string): write(string)
        case .list(let items):
            block("[", "]", isEmpty: items.isEmpty) { writer in
                for (index, item) in items.enumerated() {
                    writer.separate(index, level: level + 1)
                    writer.write(item, level: level + 1)
                }
                writer.newLine(level: level)
            }
        case .map(let members):
            block("{", "}", isEmpty: members.isEmpty) { writer in
                for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                    writer.separate(index, level: level + 1)
                    writer.write(member.key)
                    writer.text += writer.indented ? ": " : ":"
                    writer.write(member.value, level: level + 1)
                }
                writer.newLine(level: level)
            }
        }
    }

    private mutating func block(_ open: String, _ close: String, isEmpty: Bool, _ body: (inout JSONWriter) -> Void) {
        text += open
        if !isEmpty { body(&self) }
        text += close
    }

    private mutating func separate(_ index: Int, level: Int) {
        if index > 0 { text += "," }
        newLine(level: level)
    }

    private mutating func newLine(level: Int) {
        if indented { text += "\n" + String(repeating: "  ", count: level) }
    }

    private mutating func write(_ string: String) {
        text += "\""
        // Nearly every text is written as it is.
        if string.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            text += string
        } else {
            writeEscaped(string)
        }
        text += "\""
    }

    private mutating func writeEscaped(_ string: String) {
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // Controls of the terminal and of the writing direction: escaped, so that no name can forge what a person sees.
            case "\u{00}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
