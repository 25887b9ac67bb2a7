/// A line of a manifest with the column that a finding points to, cut to a width around that column.
struct Excerpt {
    private(set) var line: StyledText
    /// How many columns of a terminal stand before the one pointed to.
    private(set) var caretOffset: Int

    private struct Cell {
        var text: String
        var width: Int

        init(_ scalar: Unicode.Scalar) {
            text = scalar == "\t" ? "    " : String(scalar)
            width = Neutralized.text(text).displayWidth
        }
    }

    /// - Parameter column: from 1, in Unicode scalars, as libyaml counts.
    init(_ text: String, column: Int, width: Int) {
        let cells = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }.map(Cell.init)
        let target = min(max(column - 1, 0), cells.count)
        var start = target
        var before = 0
        let total = cells.reduce(0) { $0 + $1.width }
        let room = total <= width ? width : width * 2 / 3
        while start > 0, before + cells[start - 1].width <= room {
            start -= 1
            before += cells[start].width
        }
        let cut: StyledText = start > 0 ? "…" : ""
        var end = target
        var used = before + cut.width
        while end < cells.count, used + cells[end].width < width || total <= width {
            used += cells[end].width
            end += 1
        }
        let shown = cells[start..<end].map(\.text).joined()
        line = cut + "\(shown)" + (end < cells.count ? "…" : "")
        caretOffset = before + cut.width
    }
}
