/// The paths of all rules, step by step from the root, so that an event's other keys are passed over as soon as they are read.
struct PathTree: Sendable {
    private struct Node: Sendable {
        var steps = ByteTable()
        var children: [Int] = []
        var field: Int?
    }

    static let root = 0
    private var nodes = [Node()]
    private(set) var fieldCount = 0

    /// The number of the field at the path.
    mutating func field(at path: UTF8String) -> Int {
        var node = Self.root
        for step in path.steps {
            let number = nodes[node].steps.insert(step.bytes)
            if number == nodes[node].children.count {
                nodes[node].children.append(nodes.count)
                nodes.append(Node())
            }
            node = nodes[node].children[number]
        }
        if let known = nodes[node].field { return known }
        defer { fieldCount += 1 }
        nodes[node].field = fieldCount
        return fieldCount
    }

    func field(of node: Int) -> Int? { nodes[node].field }

    /// The node below a key, whose dots are steps too; nil where no rule goes there.
    func node(below node: Int, _ key: Range<Int>, in bytes: [UInt8]) -> Int? {
        var node = node
        var start = key.lowerBound
        for index in key where bytes[index] == UInt8(ascii: ".") {
            guard let next = child(of: node, start..<index, bytes) else { return nil }
            node = next
            start = index + 1
        }
        return child(of: node, start..<key.upperBound, bytes)
    }

    private func child(of node: Int, _ step: Range<Int>, _ bytes: [UInt8]) -> Int? {
        nodes[node].steps.number(of: step, in: bytes).map { nodes[node].children[$0] }
    }
}
