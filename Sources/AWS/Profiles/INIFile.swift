/// A file as the AWS CLI keeps its settings in: sections in brackets, `key = value` lines, whole lines as comments (`#`, `;`), and
/// indented lines that go on with the value above, which hold settings of their own where that value is empty.
struct INIFile: Hashable, Sendable {
    struct Section: Hashable, Sendable {
        /// As it stands between the brackets.
        var name: String
        var line: Int
        var values: [String: Value] = [:]
    }

    struct Value: Hashable, Sendable {
        var text: String
        var line: Int
        /// The lines below it, indented.
        var continuation: [Line] = []
    }

    struct Line: Hashable, Sendable {
        var text: String
        var number: Int
    }

    struct Malformed: Error, Hashable, CustomStringConvertible {
        var line: Int
        var reason: String

        var description: String { "\(line): \(reason)" }
    }

    private(set) var sections: [Section] = []

    init() {}

    init(_ bytes: [UInt8]) throws(Malformed) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed(line: 1, reason: "the file is not UTF-8") }
        var key: (name: String, indentation: Int)?
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let content = line.trimmed
            guard !content.isEmpty, !content.hasPrefix("#"), !content.hasPrefix(";") else { continue }
            let indentation = line.prefix(while: \.isWhitespace).count
            if let key, indentation > key.indentation {
                sections[sections.count - 1].values[key.name]?.continuation.append(Line(text: content, number: index + 1))
            } else if content.hasPrefix("[") {
                try open(content, line: index + 1)
                key = nil
            } else {
                key = (try set(content, line: index + 1), indentation)
            }
        }
    }

    private mutating func open(_ header: String, line: Int) throws(Malformed) {
        guard let end = header.lastIndex(of: "]"), case let name = header[..<end].dropFirst(), !name.isEmpty else {
            throw Malformed(line: line, reason: "a section's name must stand in brackets")
        }
        if let first = sections.first(where: { $0.name == name }) {
            throw Malformed(line: line, reason: "[\(name)] stands at line \(first.line) already")
        }
        sections.append(Section(name: String(name), line: line))
    }

    private mutating func set(_ content: String, line: Int) throws(Malformed) -> String {
        guard !sections.isEmpty else { throw Malformed(line: line, reason: "a setting stands before the first [section]") }
        let (name, value) = try Self.setting(content, line: line)
        if let first = sections[sections.count - 1].values[name] {
            throw Malformed(line: line, reason: "\(name) is set at line \(first.line) already")
        }
        sections[sections.count - 1].values[name] = Value(text: value, line: line)
        return name
    }

    /// The line itself is not quoted in the error: it may hold a secret.
    fileprivate static func setting(_ content: String, line: Int) throws(Malformed) -> (name: String, value: String) {
        guard let end = content.firstIndex(where: { $0 == "=" || $0 == ":" }), end != content.startIndex else {
            throw Malformed(line: line, reason: "expected a line such as: key = value")
        }
        return (content[..<end].trimmed.lowercased(), content[content.index(after: end)...].trimmed)
    }
}

extension INIFile.Value {
    /// The settings that stand below it, indented.
    func nested() throws(INIFile.Malformed) -> [String: String] {
        var settings: [String: String] = [:]
        for line in continuation {
            let (name, value) = try INIFile.setting(line.text, line: line.number)
            settings[name] = value
        }
        return settings
    }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
