/// Splits a command line into its words as a POSIX shell does, without running one: quotes and backslashes, no variables, no globs
/// (Python's `shlex.split`, which the AWS CLI splits `credential_process` with).
enum ShellWords {
    struct Malformed: Error, Hashable {
        var reason: String
    }

    static func split(_ text: String) throws(Malformed) -> [String] {
        var words: [String] = []
        var word: String?
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "'":
                word = (word ?? "") + (try quoted(&rest))
            case "\"":
                word = (word ?? "") + (try doubleQuoted(&rest))
            case "\\":
                guard let escaped = rest.popFirst() else { throw Malformed(reason: "a backslash at its end") }
                word = (word ?? "") + String(escaped)
            case " ", "\t", "\n", "\r", "\r\n":
                if let finished = word { words.append(finished) }
                word = nil
            default:
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }

    private static func quoted(_ rest: inout Substring) throws(Malformed) -> String {
        guard let end = rest.firstIndex(of: "'") else { throw Malformed(reason: "a quote that isn't closed") }
        defer { rest = rest[rest.index(after: end)...] }
        return String(rest[..<end])
    }

    private static func doubleQuoted(_ rest: inout Substring) throws(Malformed) -> String {
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return text
            case "\\":
                guard let escaped = rest.popFirst() else { throw Malformed(reason: "a backslash at its end") }
                text += escaped == "\"" || escaped == "\\" ? String(escaped) : "\\\(escaped)"
            default: text.append(character)
            }
        }
        throw Malformed(reason: "a quote that isn't closed")
    }
}
