internal import Model
internal import Planning

/// Changes as lines: for each the heading and the live object, then the attributes or their diff.
///
/// Updates in a row whose diffs are the same, such as forty targets that move to another function, have their headings together and one diff.
struct ChangeLines {
    private let stack: StackMark
    private let style: TextStyle

    init(stack: StackMark, style: TextStyle) {
        self.stack = stack
        self.style = style
    }

    func add(_ changes: [Change], to page: inout Page) {
        for group in groups(of: changes) {
            page.addGap()
            for heading in [group.first] + group.others { add(heading, to: &page) }
            if group.others.isEmpty, let live = group.first.liveObject { page.add(StyledText(live, .muted), indent: Page.marginWidth) }
            if !group.others.isEmpty, group.first.change.action.isMutating {
                page.add(StyledText("all \(group.others.count + 1) alike:", .muted), indent: Page.marginWidth)
            }
            if let mark = group.first.markLine { page.add(mark) }
            group.body.add(to: &page)
        }
    }

    private struct Group {
        var first: ChangeHeading
        var others: [ChangeHeading] = []
        var body: ChangeBody
    }

    private func groups(of changes: [Change]) -> [Group] {
        changes.reduce(into: []) { groups, change in
            let heading = ChangeHeading(change: change, stack: stack)
            let body = ChangeBody(change, style: style)
            let mayJoin = change.action == .noOp || change.action == .update && !style.full
            if mayJoin, let last = groups.indices.last, groups[last].first.isAlike(heading), groups[last].body == body {
                groups[last].others.append(heading)
            } else {
                groups.append(Group(first: heading, body: body))
            }
        }
    }

    private func add(_ heading: ChangeHeading, to page: inout Page) {
        let symbol = StyledText.spaces(3 - heading.symbol.width) + StyledText(heading.symbol, heading.role)
        let line = symbol + " " + heading.sentence
        guard let place = heading.change.place else { return page.add(line) }
        let shown = StyledText("\(place.file):\(place.line)", .muted)
        if line.width + 2 + shown.width <= style.width {
            page.add(line + "  " + shown)
        } else {
            page.add(line)
            page.add(shown, indent: Page.marginWidth)
        }
    }
}
