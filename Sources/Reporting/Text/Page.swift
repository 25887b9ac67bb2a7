/// Lines of styled text, one below the other.
struct Page {
    private let style: TextStyle
    private var lines: [StyledText] = []

    init(_ style: TextStyle) { self.style = style }

    var isEmpty: Bool { lines.isEmpty }

    /// The lines, each with its line break.
    var text: String { lines.reduce(into: "") { $0 += style.render($1) + "\n" } }

    mutating func add(_ line: StyledText, indent: Int = 0) { lines.append(.spaces(indent) + line) }

    /// Adds prose, broken between words where it passes the width; further lines are indented by `hanging` more.
    mutating func addProse(_ prose: StyledText, indent: Int = 0, hanging: Int = 0) {
        var line = StyledText.spaces(indent)
        var hasWord = false
        for word in prose.words {
            if hasWord && line.width + 1 + word.width > style.width {
                lines.append(line)
                line = .spaces(indent + hanging)
                hasWord = false
            }
            line = hasWord ? line + " " + word : line + word
            hasWord = true
        }
        lines.append(line)
    }

    /// Adds an empty line, except at the top and after another.
    mutating func addGap() {
        if let last = lines.last, last.width > 0 { lines.append(.spaces(0)) }
    }

    mutating func add(_ page: Page) { lines += page.lines }
}
