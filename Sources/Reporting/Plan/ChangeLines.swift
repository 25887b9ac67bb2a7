internal import Model
internal import Planning

/// One change as lines: the heading, the live object, the attributes or their diff.
struct ChangeLines {
    let change: Change
    let stack: StackMark
    let style: TextStyle

    func add(to page: inout Page) {
        let heading = ChangeHeading(change: change, stack: stack)
        addHeading(heading, to: &page)
        if change.action != .noOp, let liveObject = heading.liveObject { page.add(liveObject.styled(.muted), indent: Page.marginWidth) }
        switch change.action {
        case .noOp, .read: break
        case .create: addAttributes(change.after ?? [:], to: &page)
        case .delete: addAttributes(change.before ?? [:], to: &page)
        case .update:
            if let mark = heading.markLine { page.add(mark) }
            addDifferences(to: &page)
        }
    }

    private func addHeading(_ heading: ChangeHeading, to page: inout Page) {
        let symbol = StyledText.spaces(3 - heading.symbol.width) + heading.symbol.styled(heading.role)
        let line = symbol + " " + heading.sentence
        guard let place = change.place else { return page.add(line) }
        let shown: StyledText = "\(place.file):\(place.line)"
        if line.width + 2 + shown.width <= style.width {
            page.add(line + "  " + shown.styled(.muted))
        } else {
            page.add(line)
            page.add(shown.styled(.muted), indent: Page.marginWidth)
        }
    }

    private var values: ValueLines { ValueLines(width: style.width - Page.marginWidth, full: style.full) }

    private func addAttributes(_ attributes: [String: Value], to page: inout Page) {
        let names = attributes.keys.inReadingOrder
        for (name, label) in labels(names) {
            guard let value = attributes[name] else { continue }
            for line in values.lines(value, at: .init(label: label)) { page.add(line) }
        }
    }

    private func addDifferences(to page: inout Page) {
        let (before, after) = (change.before ?? [:], change.after ?? [:])
        let names = Set(before.keys).union(after.keys).inReadingOrder
        let shown = style.full ? names : names.filter { before[$0] != after[$0] }
        for (name, label) in labels(shown) {
            for line in difference(before[name], after[name], label) { page.add(line) }
        }
        addUnchanged(names.count - shown.count, to: &page)
    }

    private func difference(_ old: Value?, _ new: Value?, _ label: StyledText) -> [DiffLine] {
        if let old, let new, old != new, !(old.isTree && new.isTree) {
            let line = label + "\(old.inline) → \(new.inline)"
            if line.width <= values.width { return [DiffLine(mark: .changed, text: line)] }
        }
        return values.difference(old, new, at: .init(label: label), .changed)
    }

    /// What stays as it is: attributes that the manifest declares, and those that a replacing request carries along.
    private func addUnchanged(_ hidden: Int, to page: inout Page) {
        let carried = change.carriedAttributes
        var parts: [StyledText] = []
        if hidden > 0 { parts.append("\(hidden) more declared \(plural(hidden, "attribute", "attributes")) unchanged") }
        if !carried.isEmpty {
            let names: StyledText = style.full ? " (\(carried.joined(separator: ", ")))" : ""
            parts.append(
                "\(carried.count) undeclared \(plural(carried.count, "attribute stays as it is", "attributes stay as they are"))\(names)")
        }
        guard !parts.isEmpty else { return }
        page.addProse(parts.joined(separator: ", ").styled(.muted), indent: Page.marginWidth)
    }

    private func labels(_ names: [String]) -> [(name: String, label: StyledText)] {
        let labels = names.map { name -> StyledText in "\(name):" }
        let width = min(labels.map(\.width).max() ?? 0, 30) + 1
        return zip(names, labels).map { ($0, $1.padded(to: max(width, $1.width + 1))) }
    }
}

extension Value {
    /// Whether it has parts that can be told apart.
    fileprivate var isTree: Bool {
        switch self {
        case .list, .map: true
        case .null, .bool, .number, .string, .unknown: false
        }
    }
}

extension Collection<String> {
    /// What identifies an object first, then by name.
    fileprivate var inReadingOrder: [String] {
        sorted { left, right in
            let (leftRank, rightRank) = (left == "name" || left == "id" ? 0 : 1, right == "name" || right == "id" ? 0 : 1)
            return (leftRank, left) < (rightRank, right)
        }
    }
}
