/// Values at paths as the nested objects that give these paths.
struct KeyTree<Leaf> {
    private enum Node {
        case leaf(Leaf)
        case object(KeyTree)
    }

    private var members: [UTF8String: Node] = [:]

    mutating func insert(_ leaf: Leaf, at keys: some Collection<UTF8String>) {
        guard let key = keys.first else { return }
        if keys.count == 1 {
            members[key] = .leaf(leaf)
        } else {
            var object = KeyTree()
            if case .object(let existing) = members[key] { object = existing }
            object.insert(leaf, at: Array(keys.dropFirst()))
            members[key] = .object(object)
        }
    }

    /// Keys in order.
    func write(to text: inout JSONText, _ writeLeaf: (inout JSONText, Leaf) -> Void) {
        text.object(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) { text, node in
            switch node {
            case .leaf(let leaf): writeLeaf(&text, leaf)
            case .object(let object): object.write(to: &text, writeLeaf)
            }
        }
    }
}

extension UTF8String {
    /// The keys between the dots of a path.
    var steps: [UTF8String] {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { UTF8String(validated: Array($0)) }
    }

    /// The keys that give this path: one for each step; a single one with dots where another path holds a value that would have to be
    /// an object, or where so many steps would be nested deeper than the text could be read again.
    func keys(among paths: Set<UTF8String>) -> [UTF8String] {
        let steps = steps
        guard steps.count <= JSONScanner.maximumDepth / 2 else { return [self] }
        let isBelowValue = bytes.indices.contains {
            bytes[$0] == UInt8(ascii: ".") && paths.contains(UTF8String(validated: Array(bytes[..<$0])))
        }
        return isBelowValue ? [self] : steps
    }
}
