internal import Model

/// Sets values as JSON, and diffs of two, in lines that keep to a width: on one line what fits, else a member or an item a line.
struct ValueLines {
    /// The columns from the margin on.
    let width: Int
    /// Whether what is equal on both sides is shown whole.
    let full: Bool

    /// What stands before a value, and where.
    struct Position {
        var label: StyledText
        var depth = 0
        var isFollowed = false

        func opening(_ bracket: StyledText) -> StyledText { indentation + label + bracket }
        func closing(_ bracket: StyledText) -> StyledText { indentation + bracket + comma }
        var comma: StyledText { isFollowed ? "," : "" }
        private var indentation: StyledText { .spaces(depth * 2) }

        func inner(_ label: StyledText, isFollowed: Bool) -> Position {
            Position(label: label, depth: depth + 1, isFollowed: isFollowed)
        }
    }

    /// The value, every line with the same mark.
    func lines(_ value: Value, at position: Position, _ mark: DiffLine.Mark = .unchanged) -> [DiffLine] {
        let line = position.opening(value.inline) + position.comma
        if line.width <= width { return [DiffLine(mark: mark, text: line)] }
        switch value {
        case .map(let members) where !members.isEmpty:
            return block("{", "}", at: position, mark, members.sorted { $0.key < $1.key }) { member, isFollowed in
                lines(member.value, at: position.inner("\(quoted: member.key): ", isFollowed: isFollowed), mark)
            }
        case .list(let items) where !items.isEmpty:
            return block("[", "]", at: position, mark, items) { item, isFollowed in
                lines(item, at: position.inner("", isFollowed: isFollowed), mark)
            }
        default:
            return [DiffLine(mark: mark, text: line)]
        }
    }

    /// What goes and what comes, at the deepest place that tells the two apart, with what is equal around it for context.
    ///
    /// - Parameter mark: that of the line which opens the value.
    func difference(_ old: Value?, _ new: Value?, at position: Position, _ mark: DiffLine.Mark = .unchanged) -> [DiffLine] {
        switch (old, new) {
        case (nil, nil): []
        case (let old?, nil): lines(old, at: position, .removed)
        case (nil, let new?): lines(new, at: position, .added)
        case (let old?, let new?) where old == new: unchanged(new, at: position)
        case (.map(let old)?, .map(let new)?):
            block("{", "}", at: position, mark, Set(old.keys).union(new.keys).sorted()) { key, isFollowed in
                difference(old[key], new[key], at: position.inner("\(quoted: key): ", isFollowed: isFollowed))
            }
        case (.list(let old)?, .list(let new)?) where !Set(old).isDisjoint(with: new):
            items(old, new, at: position, mark)
        case (let old?, let new?): lines(old, at: position, .removed) + lines(new, at: position, .added)
        }
    }

    private func unchanged(_ value: Value, at position: Position) -> [DiffLine] {
        let all = lines(value, at: position)
        guard all.count > 1, !full else { return all }
        let stub: StyledText = if case .map = value { "{…}" } else { "[…]" }
        return [DiffLine(mark: .unchanged, text: position.opening(stub) + position.comma)]
    }

    private func items(_ old: [Value], _ new: [Value], at position: Position, _ mark: DiffLine.Mark) -> [DiffLine] {
        let items = ListDifference.items(from: old, to: new)
        let shown = full ? items.map(ListDifference.Row.item) : ListDifference.folded(items)
        return block("[", "]", at: position, mark, shown) { row, isFollowed in
            switch row {
            case .item(let item): lines(item.value, at: position.inner("", isFollowed: isFollowed), item.mark)
            case .unchanged(let count):
                [DiffLine(mark: .unchanged, text: position.inner("", isFollowed: false).opening("… \(count) unchanged"))]
            }
        }
    }

    private func block<Element>(
        _ open: StyledText, _ close: StyledText, at position: Position, _ mark: DiffLine.Mark, _ elements: [Element],
        _ inner: (Element, _ isFollowed: Bool) -> [DiffLine]
    ) -> [DiffLine] {
        let closing: DiffLine.Mark = mark == .changed ? .unchanged : mark
        return [DiffLine(mark: mark, text: position.opening(open))]
            + elements.enumerated().flatMap { inner($1, $0 < elements.count - 1) }
            + [DiffLine(mark: closing, text: position.closing(close))]
    }
}
