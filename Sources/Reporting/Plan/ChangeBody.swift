internal import Model
internal import Planning

/// What a change shows below its heading: the attributes of what comes or goes, or the diff of what is updated.
struct ChangeBody: Hashable {
    private(set) var lines: [DiffLine] = []
    /// What the lines leave open: which attributes stay as they are, and what a name doesn't say by itself.
    private(set) var note: StyledText?

    init(_ change: Change, style: TextStyle) {
        let values = ValueLines(width: style.width - Page.marginWidth, full: style.full)
        switch change.action {
        case .noOp, .read: break
        case .create where change.isReplacement: showDifference(change, values)
        case .create: show(change.after ?? [:], values, of: change.address.kind)
        case .delete: show(change.before ?? [:], values, of: change.address.kind)
        case .update: showDifference(change, values)
        }
    }

    func add(to page: inout Page) {
        for line in lines { page.add(line) }
        if let note { page.addProse(StyledText(note, .muted), indent: Page.marginWidth) }
    }

    private mutating func show(_ attributes: [String: Value], _ values: ValueLines, of kind: Kind) {
        let names = attributes.keys.inReadingOrder
        for (name, position) in Self.aligned(names) {
            lines += attributes[name].map { values.lines($0, at: position) } ?? []
        }
        note = Self.note(on: names, of: kind)
    }

    private mutating func showDifference(_ change: Change, _ values: ValueLines) {
        let (before, after) = (change.before ?? [:], change.after ?? [:])
        let names = Set(before.keys).union(after.keys).inReadingOrder
        let shown = values.full ? names : names.filter { before[$0] != after[$0] }
        for (name, position) in Self.aligned(shown) {
            lines += Self.difference(before[name], after[name], at: position, values)
            if name == "eventPattern" { lines += change.patternRelation?.lines ?? [] }
        }
        let notes = [
            Self.note(on: shown, of: change.address.kind), Self.note(unchanged: names.count - shown.count),
            Self.note(carried: change.carriedAttributes, full: values.full),
        ].compactMap { $0 }
        note = notes.isEmpty ? nil : notes.joined(separator: "; ")
    }

    /// `state: "DISABLED" → "ENABLED"` where neither side has parts and both fit, else what goes and what comes.
    private static func difference(_ old: Value?, _ new: Value?, at position: ValueLines.Position, _ values: ValueLines) -> [DiffLine] {
        if let old, let new, old != new, !old.hasParts || !new.hasParts {
            let line = position.line("\(old.inline) → \(new.inline)")
            if line.width <= values.width { return [DiffLine(mark: .changed, text: line)] }
        }
        return values.difference(old, new, at: position, .changed)
    }

    private static func note(on names: [String], of kind: Kind) -> StyledText? {
        guard kind == .integration, names.contains("contributedTopics") else { return nil }
        return "contributedTopics are this stack's own, remembered in the integration's notes"
    }

    private static func note(unchanged count: Int) -> StyledText? {
        count > 0 ? "\(count) \(plural(count, "attribute", "attributes")) unchanged" : nil
    }

    private static func note(carried names: [String], full: Bool) -> StyledText? {
        guard !names.isEmpty else { return nil }
        let stay = plural(names.count, "attribute stays as it is", "attributes stay as they are")
        return "\(names.count) undeclared \(stay)" + (full ? " (\(names.joined(separator: ", ")))" : "")
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
    var inReadingOrder: [String] {
        sorted { (["name", "id"].contains($0) ? 0 : 1, $0) < (["name", "id"].contains($1) ? 0 : 1, $1) }
    }
}
