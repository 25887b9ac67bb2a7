public import Model

/// One attribute that differs, at the deepest map that tells the two sides apart; lists are compared whole.
public struct Difference: Hashable, Sendable {
    /// The keys from the resource down.
    public var path: [String]
    public var before: Value?
    public var after: Value?

    public init(path: [String], before: Value?, after: Value?) {
        self.path = path
        self.before = before
        self.after = after
    }

    static func between(_ before: [String: Value], _ after: [String: Value], below path: [String] = []) -> [Difference] {
        Set(before.keys).union(after.keys).sorted().flatMap { key -> [Difference] in
            switch (before[key], after[key]) {
            case (let old?, let new?) where old == new: []
            case (.map(let old)?, .map(let new)?): between(old, new, below: path + [key])
            case (let old, let new): [Difference(path: path + [key], before: old, after: new)]
            }
        }
    }
}
