/// Text of others in Markdown (GitHub Flavored Markdown, which GitLab reads as well): no name can be markup, end a table's cell, mention somebody or
/// refer to an issue.
enum MarkdownText {
    /// Names as code: within `<code>` nobody is mentioned, and character references are no markup (CommonMark, "Entity and numeric character
    /// references").
    static func code(_ text: String) -> String { "<code>\(references(text, mentions: false))</code>" }

    /// A line of this program's words: what stands out, the names, as code.
    static func line(_ text: StyledText) -> String {
        text.runs.map { run in run.role == .strong ? code(run.text) : references(run.text, mentions: true) }.joined()
    }

    /// A block that shows lines as they are. Its fence is longer than any that they hold.
    static func fence(_ language: String, _ lines: [String]) -> String {
        let longest = lines.map(longestRun).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(language)\n\(lines.map { $0 + "\n" }.joined())\(fence)\n"
    }

    /// What can stand within an HTML comment and not end it.
    static func comment(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { comment, scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "_", "-": comment.unicodeScalars.append(scalar)
            default: comment += "%\(String(scalar.value, radix: 16))"
            }
        }
    }

    /// Prose that names nothing.
    static func prose(_ text: StyledText) -> String { references(text.plain, mentions: true) }

    /// - Parameter mentions: whether `@` and `#` must be kept from what follows them, since the text is no code.
    private static func references(_ text: String, mentions: Bool) -> String {
        var (result, previous) = ("", " " as Unicode.Scalar)
        for scalar in Neutralized.text(text).unicodeScalars {
            switch scalar {
            // Not after `:` and `w`, where a URL would begin that GitHub makes a link of.
            case "/" where previous == ":", "." where previous == "w" || previous == "W": result += "&#\(scalar.value);"
            case "a"..."z", "A"..."Z", "0"..."9": result.unicodeScalars.append(scalar)
            case " ", "/", "-", ",", ".", ":", ";", "(", ")", "{", "}", "'", "+", "=", "?", "%": result.unicodeScalars.append(scalar)
            case "@" where mentions, "#" where mentions: result += "<span>&#\(scalar.value);</span>"
            case _ where scalar.isASCII: result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return result
    }

    private static func longestRun(_ line: String) -> Int {
        var (longest, run) = (0, 0)
        for character in line {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
