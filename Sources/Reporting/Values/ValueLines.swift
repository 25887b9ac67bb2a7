internal import Model

/// Sets values as JSON, and diffs of two, in lines that keep to a width: on one line what fits, else a member or an item a line.
struct ValueLines {
    /// The columns from the margin on.
    let width: Int
    /// Whether what is equal on both sides is shown whole.
    let full: Bool

    /// Where a value stands: after which label, how deep, and whether another follows it.
    struct Position {
        var label: StyledText
        /// Spaces between the label and a value on the same line, where labels are aligned.
        var padding = 0
        var depth = 0
        var isFollowed = false

        func line(_ value: StyledText) -> StyledText { indentation + label + .spaces(padding) + value + comma }
        func opening(_ bracket: StyledText) -> StyledText { indentation + label + bracket }
        func closing(_ bracket: StyledText) -> StyledText { indentation + bracket + comma }

        func inner(_ label: StyledText, isFollowed: Bool) -> Position {
            Position(label: label, depth: depth + 1, isFollowed: isFollowed)
        }

        /// The same for a tree that is text in truth.
        var ofText: Position {
            var position = self
            position.label = label + "(JSON text) "
            return position
        }

        private var comma: StyledText { isFollowed ? "," : "" }
        private var indentation: StyledText { .spaces(depth * 2) }
    }

    func fits(_ value: Value, at position: Position) -> Bool { position.line(value.inline).width <= width }

    /// The value, every line with the same mark.
    func lines(_ value: Value, at position: Position, _ mark: DiffLine.Mark = .unchanged) -> [DiffLine] {
        switch value {
        case .map(let members) where !members.isEmpty && !fits(value, at: position):
            block("{", "}", at: position, mark, members.sorted { $0.key < $1.key }) { member, isFollowed in
                lines(member.value, at: position.inner("\(quoted: member.key): ", isFollowed: isFollowed), mark)
            }
        case .list(let items) where !items.isEmpty && !fits(value, at: position):
            block("[", "]", at: position, mark, items) { item, isFollowed in
                lines(item, at: position.inner("", isFollowed: isFollowed), mark)
            }
        default:
            if !fits(value, at: position), let tree = value.treeInText {
                lines(tree, at: position.ofText, mark)
            } else {
                [DiffLine(mark: mark, text: position.line(value.inline))]
            }
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
        case (.list(let oldItems)?, .list(let newItems)?) where isBetterByItem(oldItems, newItems, at: position):
            items(oldItems, newItems, at: position, mark)
        case (let old?, let new?):
            if let oldTree = old.treeInText, let newTree = new.treeInText, oldTree != newTree {
                difference(oldTree, newTree, at: position.ofText, mark)
            } else {
                lines(old, at: position, .removed) + lines(new, at: position, .added)
            }
        }
    }

    private func unchanged(_ value: Value, at position: Position) -> [DiffLine] {
        if full || fits(value, at: position) { return lines(value, at: position) }
        let stub: StyledText = if case .map = value { "{…}" } else { "[…]" }
        return [DiffLine(mark: .unchanged, text: position.line(stub))]
    }

    /// Whether two lists have items in common, or one of them needs several lines anyway.
    private func isBetterByItem(_ old: [Value], _ new: [Value], at position: Position) -> Bool {
        guard !old.isEmpty, !new.isEmpty else { return false }
        return !Set(old).isDisjoint(with: new) || !fits(.list(old), at: position) || !fits(.list(new), at: position)
    }

    private func items(_ old: [Value], _ new: [Value], at position: Position, _ mark: DiffLine.Mark) -> [DiffLine] {
        let items = ListDifference.items(from: old, to: new)
        let rows = full ? items.map(ListDifference.Row.item) : ListDifference.folded(items)
        return block("[", "]", at: position, mark, rows) { row, isFollowed in
            switch row {
            case .item(let item): lines(item.value, at: position.inner("", isFollowed: isFollowed), item.mark)
            case .unchanged(let count):
                [DiffLine(mark: .unchanged, text: position.inner("", isFollowed: false).line("… \(count) unchanged"))]
            }
        }
    }

    private func block<Element>(
        _ open: StyledText, _ close: StyledText, at position: Position, _ mark: DiffLine.Mark, _ elements: [Element],
        _ inner: (Element, _ isFollowed: Bool) -> [DiffLine]
    ) -> [DiffLine] {
        [DiffLine(mark: mark, text: position.opening(open))]
            + elements.enumerated().flatMap { inner($1, $0 < elements.count - 1) }
            + [DiffLine(mark: mark == .changed ? .unchanged : mark, text: position.closing(close))]
    }
}

extension Value {
    /// The tree within a string that holds JSON, such as a target's `input`.
    fileprivate var treeInText: Value? {
        guard let string, string.hasPrefix("{") || string.hasPrefix("["), let value = try? Value(json: string) else { return nil }
        return value
    }
}
