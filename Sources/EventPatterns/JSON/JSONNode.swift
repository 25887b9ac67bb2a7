/// A JSON value with the place of each of its parts, keys in their order and with their repetitions.
struct JSONNode {
    enum Content {
        case object([Member])
        case array([JSONNode], end: Int)
        case scalar(JSONScalar)
    }

    struct Member {
        var name: UTF8String
        var offset: Int
        var value: JSONNode
    }

    var content: Content
    /// Of its first byte.
    var offset: Int

    init(_ bytes: [UInt8]) throws(ParseFailure) {
        var scanner = JSONScanner(bytes)
        self = try JSONNode(&scanner, depth: 0)
        try scanner.expectEnd()
    }

    /// The value at the scanner, which is left behind it.
    init(_ scanner: inout JSONScanner, depth: Int) throws(ParseFailure) {
        let opening = scanner.peek()
        offset = scanner.index
        guard depth < JSONScanner.maximumDepth else {
            throw ParseFailure(reason: "The JSON text is nested more than \(JSONScanner.maximumDepth) levels deep", offset: offset)
        }
        switch opening {
        case UInt8(ascii: "{"):
            scanner.take()
            content = .object(try Self.members(&scanner, depth: depth))
        case UInt8(ascii: "["):
            scanner.take()
            let elements = try Self.elements(&scanner, depth: depth)
            content = .array(elements, end: scanner.index - 1)
        default:
            content = .scalar(try scanner.scalar())
        }
    }

    private static func members(_ scanner: inout JSONScanner, depth: Int) throws(ParseFailure) -> [Member] {
        var members: [Member] = []
        if scanner.peek() == UInt8(ascii: "}") {
            scanner.take()
            return members
        }
        while true {
            guard scanner.peek() == UInt8(ascii: "\"") else { throw scanner.unexpected("a key") }
            let offset = scanner.index
            let name = try scanner.string()
            try scanner.expect(UInt8(ascii: ":"), "':'")
            members.append(Member(name: name, offset: offset, value: try JSONNode(&scanner, depth: depth + 1)))
            if scanner.peek() == UInt8(ascii: ",") {
                scanner.take()
                continue
            }
            try scanner.expect(UInt8(ascii: "}"), "',' or '}'")
            return members
        }
    }

    private static func elements(_ scanner: inout JSONScanner, depth: Int) throws(ParseFailure) -> [JSONNode] {
        var elements: [JSONNode] = []
        if scanner.peek() == UInt8(ascii: "]") {
            scanner.take()
            return elements
        }
        while true {
            elements.append(try JSONNode(&scanner, depth: depth + 1))
            if scanner.peek() == UInt8(ascii: ",") {
                scanner.take()
                continue
            }
            try scanner.expect(UInt8(ascii: "]"), "',' or ']'")
            return elements
        }
    }
}
