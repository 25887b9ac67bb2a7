/// A line of a diff: how it is marked in the margin, and its text.
struct DiffLine: Hashable, Sendable {
    enum Mark: Hashable, Sendable {
        case unchanged
        case added
        case removed
        case changed

        /// As Terraform and `diff` mark lines.
        var symbol: StyledText {
            switch self {
            case .unchanged: " "
            case .added: "+"
            case .removed: "-"
            case .changed: "~"
            }
        }

        var role: StyledText.Role? {
            switch self {
            case .unchanged: nil
            case .added: .create
            case .removed: .delete
            case .changed: .update
            }
        }
    }

    var mark: Mark
    var text: StyledText
}

extension Page {
    /// The columns that a diff's margin takes.
    static let marginWidth = 6

    /// Adds a line of a diff, its mark in the margin.
    mutating func add(_ line: DiffLine) {
        let isWholeLineColored = line.mark == .added || line.mark == .removed
        add(line.mark.symbol.styled(line.mark.role) + " " + line.text.styled(isWholeLineColored ? line.mark.role : nil), indent: 4)
    }
}
