extension Value {
    /// The canonical JSON text: keys sorted by their code units, no spaces, numbers in their shortest exact form.
    ///
    /// An unknown is written as `null`: callers that send a value resolve it first, callers that show one say what is unknown beside it.
    public var json: String { String(decoding: utf8JSON, as: UTF8.self) }

    /// The same in UTF-8.
    public var utf8JSON: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(256)
        write(to: &text)
        return text
    }

    /// Appends the same.
    public func write(to text: inout [UInt8]) {
        var writer = JSONWriter(indented: false)
        swap(&writer.text, &text)
        writer.write(self, level: 0)
        swap(&writer.text, &text)
    }

    /// The same, a member a line, indented by two spaces; without a final newline.
    public var prettyJSON: String {
        var writer = JSONWriter(indented: true)
        writer.write(self, level: 0)
        return String(decoding: writer.text, as: UTF8.self)
    }
}

private struct JSONWriter {
    let indented: Bool
    /// In UTF-8.
    var text: [UInt8] = []

    init(indented: Bool) { self.indented = indented }

    mutating func write(_ value: Value, level: Int) {
        switch value {
        case .null, .unknown: text += "null".utf8
        case .bool(let bool): text += (bool ? "true" : "false").utf8
        case .number(let number): text += number.description.utf8
        case .string(let string): write(string)
        case .list(let items):
            block(UInt8(ascii: "["), UInt8(ascii: "]"), isEmpty: items.isEmpty) { writer in
                for (index, item) in items.enumerated() {
                    writer.separate(index, level: level + 1)
                    writer.write(item, level: level + 1)
                }
                writer.newLine(level: level)
            }
        case .map(let members):
            block(UInt8(ascii: "{"), UInt8(ascii: "}"), isEmpty: members.isEmpty) { writer in
                for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                    writer.separate(index, level: level + 1)
                    writer.write(member.key)
                    writer.text += (writer.indented ? ": " : ":").utf8
                    writer.write(member.value, level: level + 1)
                }
                writer.newLine(level: level)
            }
        }
    }

    private mutating func block(_ open: UInt8, _ close: UInt8, isEmpty: Bool, _ body: (inout JSONWriter) -> Void) {
        text.append(open)
        if !isEmpty { body(&self) }
        text.append(close)
    }

    private mutating func separate(_ index: Int, level: Int) {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        newLine(level: level)
    }

    private mutating func newLine(level: Int) {
        if indented { text += [UInt8(ascii: "\n")] + Array(repeating: UInt8(ascii: " "), count: 2 * level) }
    }

    private mutating func write(_ string: String) {
        text.append(UInt8(ascii: "\""))
        // Nearly every text is written as it is.
        if string.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            text += string.utf8
        } else {
            writeEscaped(string)
        }
        text.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscaped(_ string: String) {
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\"".utf8
            case "\\": text += "\\\\".utf8
            case "\n": text += "\\n".utf8
            case "\r": text += "\\r".utf8
            case "\t": text += "\\t".utf8
            // Controls of the terminal and of the writing direction: escaped, so that no name can forge what a person sees.
            case "\u{00}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{200E}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
                let digits = String(scalar.value, radix: 16)
                text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }
}
