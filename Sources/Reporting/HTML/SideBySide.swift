internal import Model
internal import Planning

/// A change's attributes in two columns, before and after, line by line; what has no counterpart stands alone.
struct SideBySide {
    struct Row {
        var before: StyledText?
        var after: StyledText?
        var isChanged: Bool
    }

    private(set) var rows: [Row] = []

    init(_ change: Change, width: Int) {
        let (before, after) = (change.before ?? [:], change.after ?? [:])
        let values = ValueLines(width: width, full: false)
        for name in Set(before.keys).union(after.keys).inReadingOrder where before[name] != after[name] {
            add(values.difference(before[name], after[name], at: ValueLines.Position(label: "\(name): "), .changed))
        }
    }

    private mutating func add(_ lines: [DiffLine]) {
        var (removed, added): ([StyledText], [StyledText]) = ([], [])
        for line in lines {
            switch line.mark {
            case .removed: removed.append(line.text)
            case .added: added.append(line.text)
            case .unchanged, .changed:
                pair(&removed, &added)
                rows.append(Row(before: line.text, after: line.text, isChanged: false))
            }
        }
        pair(&removed, &added)
    }

    /// Lines of the same member side by side; lists, whose items have no names, item by item.
    private mutating func pair(_ removed: inout [StyledText], _ added: inout [StyledText]) {
        var rest = added[...]
        for line in removed {
            guard let match = rest.firstIndex(where: { $0.label == line.label }) else {
                rows.append(Row(before: line, after: nil, isChanged: true))
                continue
            }
            rows += rest[..<match].map { Row(before: nil, after: $0, isChanged: true) }
            rows.append(Row(before: line, after: rest[match], isChanged: true))
            rest = rest[(match + 1)...]
        }
        rows += rest.map { Row(before: nil, after: $0, isChanged: true) }
        (removed, added) = ([], [])
    }
}

extension StyledText {
    /// What stands before a value: the name of the member with its indentation.
    fileprivate var label: Substring {
        let text = plain[...]
        return text.firstRange(of: ": ").map { text[..<$0.lowerBound] } ?? text.prefix { $0 == " " }
    }
}
