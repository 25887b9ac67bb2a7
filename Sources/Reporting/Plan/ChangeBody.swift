internal import Model
internal import Planning

/// What a change shows below its heading: the attributes of what comes or goes, or the diff of what is updated.
struct ChangeBody: Hashable {
    private(set) var lines: [DiffLine] = []
    /// What stays as it is.
    private(set) var note: StyledText?

    init(_ change: Change, style: TextStyle) {
        let values = ValueLines(width: style.width - Page.marginWidth, full: style.full)
        switch change.action {
        case .noOp, .read: break
        case .create: show(change.after ?? [:], values)
        case .delete: show(change.before ?? [:], values)
        case .update: showDifference(change, values)
        }
    }

    func add(to page: inout Page) {
        for line in lines { page.add(line) }
        if let note { page.addProse(StyledText(note, .muted), indent: Page.marginWidth) }
    }

    private mutating func show(_ attributes: [String: Value], _ values: ValueLines) {
        for (name, position) in Self.aligned(attributes.keys.inReadingOrder) {
            lines += attributes[name].map { values.lines($0, at: position) } ?? []
        }
    }

    private mutating func showDifference(_ change: Change, _ values: ValueLines) {
        let (before, after) = (change.before ?? [:], change.after ?? [:])
        let names = Set(before.keys).union(after.keys).inReadingOrder
        let shown = values.full ? names : names.filter { before[$0] != after[$0] }
        for (name, position) in Self.aligned(shown) {
            lines += Self.difference(before[name], after[name], at: position, values)
        }
        note = Self.note(unchanged: names.count - shown.count, carried: change.carriedAttributes, full: values.full)
    }

    /// `state: "DISABLED" → "ENABLED"` where neither side has parts and both fit, else what goes and what comes.
    private static func difference(_ old: Value?, _ new: Value?, at position: ValueLines.Position, _ values: ValueLines) -> [DiffLine] {
        if let old, let new, old != new, !old.hasParts || !new.hasParts {
            let line = position.line("\(old.inline) → \(new.inline)")
            if line.width <= values.width { return [DiffLine(mark: .changed, text: line)] }
        }
        return values.difference(old, new, at: position, .changed)
    }

    private static func note(unchanged: Int, carried: [String], full: Bool) -> StyledText? {
        var parts: [StyledText] = []
        if unchanged > 0 { parts.append("\(unchanged) \(plural(unchanged, "attribute", "attributes")) unchanged") }
        if !carried.isEmpty {
            let names: StyledText = full ? " (\(carried.joined(separator: ", ")))" : ""
            let stay = plural(carried.count, "attribute stays as it is", "attributes stay as they are")
            parts.append("\(carried.count) undeclared \(stay)\(names)")
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    private static func aligned(_ names: [String]) -> [(name: String, position: ValueLines.Position)] {
        let labels = names.map { name -> StyledText in "\(name): " }
        let width = min(labels.map(\.width).max() ?? 0, 30)
        return zip(names, labels).map { ($0, ValueLines.Position(label: $1, padding: max(width - $1.width, 0))) }
    }
}

extension Value {
    /// Whether it has parts that can be told apart.
    fileprivate var hasParts: Bool {
        switch self {
        case .list, .map: true
        case .null, .bool, .number, .string, .unknown: false
        }
    }
}

extension Collection<String> {
    /// What identifies an object first, then by name.
    fileprivate var inReadingOrder: [String] {
        sorted { (["name", "id"].contains($0) ? 0 : 1, $0) < (["name", "id"].contains($1) ? 0 : 1, $1) }
    }
}
