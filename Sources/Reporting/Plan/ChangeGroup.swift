internal import Model
internal import Planning

/// Changes that are told together: updates in a row whose diffs are the same, such as forty targets that move to another function.
struct ChangeGroup {
    let first: Change
    private(set) var others: [Change] = []
    /// The mark of ownership that each of them writes.
    let mark: DiffLine?
    let body: ChangeBody

    var changes: [Change] { [first] + others }

    static func groups(of changes: [Change], stack: StackMark, style: TextStyle) -> [ChangeGroup] {
        changes.reduce(into: []) { groups, change in
            let group = ChangeGroup(first: change, mark: change.markLine(of: stack), body: ChangeBody(change, style: style))
            let mayJoin = change.action == .noOp || change.action == .update && !style.full
            if mayJoin, let last = groups.indices.last, groups[last].isAlike(group) {
                groups[last].others.append(change)
            } else {
                groups.append(group)
            }
        }
    }

    /// Whether the other is told in the same words, but for its name.
    private func isAlike(_ other: ChangeGroup) -> Bool {
        (first.action, first.reason) == (other.first.action, other.first.reason) && mark == other.mark && body == other.body
    }
}
