internal import Model

/// Two lists, item by item: what went, what came, what stayed, in one order that respects both.
enum ListDifference {
    struct Item {
        var value: Value
        var mark: DiffLine.Mark
    }

    enum Row {
        case item(Item)
        /// So many items in a row that stayed.
        case unchanged(Int)
    }

    static func items(from old: [Value], to new: [Value]) -> [Item] {
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.map(\.index))
        let inserted = Set(difference.insertions.map(\.index))
        var items: [Item] = []
        var next = 0
        for (offset, value) in old.enumerated() {
            if removed.contains(offset) {
                items.append(Item(value: value, mark: .removed))
                continue
            }
            while inserted.contains(next) {
                items.append(Item(value: new[next], mark: .added))
                next += 1
            }
            items.append(Item(value: value, mark: .unchanged))
            next += 1
        }
        return items + new[next...].map { Item(value: $0, mark: .added) }
    }

    /// The items with long runs of unchanged ones folded into their number.
    static func folded(_ items: [Item]) -> [Row] {
        var rows: [Row] = []
        var rest = items[...]
        while let first = rest.first {
            let run = rest.prefix { ($0.mark == .unchanged) == (first.mark == .unchanged) }
            rest = rest.dropFirst(run.count)
            rows += first.mark == .unchanged && run.count > 3 ? [.unchanged(run.count)] : run.map(Row.item)
        }
        return rows
    }
}

extension CollectionDifference.Change {
    /// Where the item stands: among the old items if it went, among the new ones if it came.
    fileprivate var index: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
