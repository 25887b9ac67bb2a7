/// Lines of styled text, one below the other.
struct Page {
    private let style: TextStyle
    private var lines: [StyledText] = []

    init(_ style: TextStyle) { self.style = style }

    var isEmpty: Bool { lines.isEmpty }

    /// The lines, each with its line break.
    var text: String { lines.reduce(into: "") { $0 += style.render($1) + "\n" } }

    mutating func add(_ line: StyledText, indent: Int = 0) { lines.append(.spaces(indent) + line) }

    /// Adds prose, broken between words where it passes the width.
    ///
    /// - Parameters:
    ///   - lead: what stands before it, such as `fix: `.
    ///   - hanging: how much further than the first its other lines are indented; by default, they stand below its first word.
    mutating func addProse(_ prose: StyledText, lead: StyledText = "", indent: Int = 0, hanging: Int? = nil) {
        let words = prose.words
        var line = .spaces(indent) + lead + (words.first ?? "")
        for word in words.dropFirst() {
            if line.width + 1 + word.width > style.width {
                lines.append(line)
                line = .spaces(indent + (hanging ?? lead.width)) + word
            } else {
                line = line + StyledText(" ", word.runs.first?.role) + word
            }
        }
        lines.append(line)
    }

    /// Adds an empty line, except at the top and after another.
    mutating func addGap() {
        if let last = lines.last, last.width > 0 { lines.append(.spaces(0)) }
    }

    mutating func add(_ page: Page) { lines += page.lines }
}
