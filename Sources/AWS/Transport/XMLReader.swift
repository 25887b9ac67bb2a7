internal import Model

/// Reads the XML that AWS's query protocol answers with: an element is a map of its children, a list where a name comes again,
/// a string where it has none. Attributes and namespaces say nothing there, and are passed over.
struct XMLReader {
    struct Malformed: Error, Hashable, CustomStringConvertible {
        var description: String
    }

    private var rest: Substring

    /// A map with the root element's name as its only key.
    static func read(_ bytes: [UInt8]) throws(Malformed) -> Value {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed(description: "not UTF-8") }
        var reader = XMLReader(rest: text[...])
        try reader.skipProlog()
        let (name, value) = try reader.element(depth: 0)
        return .map([name: value])
    }

    private mutating func element(depth: Int) throws(Malformed) -> (name: String, value: Value) {
        guard depth < 64 else { throw Malformed(description: "more than 64 levels of elements") }
        guard take("<") else { throw Malformed(description: "expected an element") }
        let name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        guard !name.isEmpty, let end = rest.firstIndex(of: ">") else { throw Malformed(description: "an unfinished element") }
        let isEmpty = rest[..<end].hasSuffix("/")
        rest = rest[rest.index(after: end)...]
        if isEmpty { return (String(name), "") }

        var children: [String: [Value]] = [:]
        var text = ""
        while !rest.hasPrefix("</") {
            if take("<!--") {
                try skip(past: "-->")
            } else if take("<![CDATA[") {
                text += try skip(past: "]]>")
            } else if rest.hasPrefix("<") {
                let child = try element(depth: depth + 1)
                children[child.name, default: []].append(child.value)
            } else {
                let run = rest.prefix { $0 != "<" }
                guard !run.isEmpty else { throw Malformed(description: "the text ends within <\(name)>") }
                text += Self.unescaped(run)
                rest = rest[run.endIndex...]
            }
        }
        rest.removeFirst(2)
        guard try skip(past: ">").filter({ !$0.isWhitespace }) == name else { throw Malformed(description: "<\(name)> is not closed") }
        let members = children.mapValues { $0.count == 1 ? $0[0] : .list($0) }
        return (String(name), members.isEmpty ? .string(text) : .map(members))
    }

    private mutating func skipProlog() throws(Malformed) {
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            if take("<?") {
                try skip(past: "?>")
            } else if take("<!--") {
                try skip(past: "-->")
            } else if take("<!") {
                try skip(past: ">")
            } else {
                return
            }
        }
    }

    private mutating func take(_ token: String) -> Bool {
        guard rest.hasPrefix(token) else { return false }
        rest.removeFirst(token.count)
        return true
    }

    @discardableResult
    private mutating func skip(past token: String) throws(Malformed) -> Substring {
        guard let range = rest.firstRange(of: token) else { throw Malformed(description: "expected \(token)") }
        defer { rest = rest[range.upperBound...] }
        return rest[..<range.lowerBound]
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        var pieces = text.split(separator: "&", omittingEmptySubsequences: false)[...]
        var result = String(pieces.removeFirst())
        for piece in pieces {
            let name = piece.prefix { $0 != ";" }
            if name.endIndex < piece.endIndex, let character = character(name) {
                result += String(character) + piece[name.endIndex...].dropFirst()
            } else {
                result += "&" + piece
            }
        }
        return result
    }

    private static func character(_ entity: Substring) -> Character? {
        switch entity {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard entity.hasPrefix("#") else { return nil }
            let digits = entity.dropFirst()
            let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return code.flatMap { Unicode.Scalar($0) }.map { Character($0) }
        }
    }
}
