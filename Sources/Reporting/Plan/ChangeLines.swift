internal import Model
internal import Planning

/// Changes as lines: for each the heading and the live object, then the attributes or their diff; a group's headings together, and one diff.
struct ChangeLines {
    private let stack: StackMark
    private let style: TextStyle

    init(stack: StackMark, style: TextStyle) {
        self.stack = stack
        self.style = style
    }

    func add(_ changes: [Change], to page: inout Page) {
        for group in ChangeGroup.groups(of: changes, stack: stack, style: style) {
            page.addGap()
            for change in group.changes { add(change, to: &page) }
            if group.others.isEmpty, let live = group.first.liveObject { page.add(StyledText(live, .muted), indent: Page.marginWidth) }
            if !group.others.isEmpty, group.first.action.isMutating {
                page.add(StyledText("all \(group.others.count + 1) alike:", .muted), indent: Page.marginWidth)
            }
            if let mark = group.mark { page.add(mark) }
            group.body.add(to: &page)
        }
    }

    private func add(_ change: Change, to page: inout Page) {
        let symbol = StyledText.spaces(3 - change.symbol.width) + StyledText(change.symbol, change.role)
        let line = symbol + " " + change.sentence
        guard let place = change.place else { return page.add(line) }
        let shown = StyledText("\(place.file):\(place.line)", .muted)
        if line.width + 2 + shown.width <= style.width {
            page.add(line + "  " + shown)
        } else {
            page.add(line)
            page.add(shown, indent: Page.marginWidth)
        }
    }
}
