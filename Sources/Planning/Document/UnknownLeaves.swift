internal import Model

/// A tree's unknown leaves, told apart from what is known, as Terraform's `after` and `after_unknown` have it.
struct UnknownLeaves {
    /// The tree without its unknown members; in a list, whose items keep their places, `null` stands for one.
    let known: Value
    /// `true` at each unknown leaf; maps and lists without any are left out.
    let marks: Value
    /// For each unknown leaf its path and what it is made from: `{"path": ["eventPattern", …, 0], "parts": [{"reference": "Queue/support.id"}]}`.
    let references: Value

    var isEmpty: Bool { references == [] }

    init(_ attributes: [String: Value]) {
        let tree = Value.map(attributes)
        known = tree.withoutUnknowns ?? [:]
        marks = tree.unknownMarks ?? [:]
        references = .list(tree.unknownPaths(below: []).map { ["path": .list($0), "parts": .list($1.parts.map(\.document))] })
    }
}

extension Value {
    fileprivate var withoutUnknowns: Value? {
        switch self {
        case .unknown: nil
        case .map(let members): .map(members.compactMapValues(\.withoutUnknowns))
        case .list(let items): .list(items.map { $0.withoutUnknowns ?? .null })
        case .null, .bool, .number, .string: self
        }
    }

    fileprivate var unknownMarks: Value? {
        switch self {
        case .unknown: true
        case .map(let members):
            isKnown ? nil : .map(members.compactMapValues(\.unknownMarks))
        case .list(let items):
            isKnown ? nil : .list(items.map { $0.unknownMarks ?? false })
        case .null, .bool, .number, .string: nil
        }
    }

    fileprivate func unknownPaths(below path: [Value]) -> [([Value], Unknown)] {
        switch self {
        case .unknown(let unknown): [(path, unknown)]
        case .map(let members):
            members.sorted { $0.key < $1.key }.flatMap { $0.value.unknownPaths(below: path + [.string($0.key)]) }
        case .list(let items):
            items.enumerated().flatMap { $0.element.unknownPaths(below: path + [.number(Number($0.offset))]) }
        case .null, .bool, .number, .string: []
        }
    }

    /// The tree with a leaf put at a path; `nil` where the path leads nowhere.
    func placing(_ leaf: Value, at path: ArraySlice<Value>) -> Value? {
        guard let step = path.first else { return leaf }
        switch (self, step) {
        case (.map(var members), .string(let key)):
            guard let inner = (members[key] ?? [:]).placing(leaf, at: path.dropFirst()) else { return nil }
            members[key] = inner
            return .map(members)
        case (.list(var items), .number(let number)):
            guard let index = number.integer, items.indices.contains(index),
                let inner = items[index].placing(leaf, at: path.dropFirst())
            else { return nil }
            items[index] = inner
            return .list(items)
        default: return nil
        }
    }
}

extension Unknown.Part {
    fileprivate var document: Value {
        switch self {
        case .literal(let text): ["literal": .string(text)]
        case .reference(let reference): ["reference": .string(reference.description)]
        }
    }
}
