/// Reads the leaves of an event straight from its bytes.
struct EventFlattener {
    private var scanner: JSONScanner
    private var path: [UInt8] = []
    private var membership = ArrayMembership()
    private var arrays = 0
    private var leavesByPath: [UTF8String: [Event.Leaf]] = [:]

    init(_ bytes: [UInt8]) {
        scanner = JSONScanner(bytes)
    }

    mutating func leaves() throws(ParseFailure) -> [UTF8String: [Event.Leaf]] {
        guard scanner.peek() == UInt8(ascii: "{") else { throw ParseFailure(reason: "Event must be a JSON object", offset: scanner.index) }
        try object(depth: 0)
        try scanner.expectEnd()
        return leavesByPath
    }

    private mutating func value(depth: Int) throws(ParseFailure) {
        switch scanner.peek() {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        default:
            let value = try scanner.scalar()
            leavesByPath[UTF8String(validated: path), default: []].append(Event.Leaf(value: value, membership: membership))
        }
    }

    private mutating func object(depth: Int) throws(ParseFailure) {
        try checkDepth(depth)
        scanner.take()
        if scanner.peek() == UInt8(ascii: "}") {
            scanner.take()
            return
        }
        let length = path.count
        while true {
            guard scanner.peek() == UInt8(ascii: "\"") else { throw scanner.unexpected("a key") }
            let name = try scanner.string()
            try scanner.expect(UInt8(ascii: ":"), "':'")
            if depth > 0 { path.append(UInt8(ascii: ".")) }
            path += name.bytes
            try value(depth: depth + 1)
            path.removeLast(path.count - length)
            if scanner.peek() == UInt8(ascii: ",") {
                scanner.take()
                continue
            }
            try scanner.expect(UInt8(ascii: "}"), "',' or '}'")
            return
        }
    }

    private mutating func array(depth: Int) throws(ParseFailure) {
        try checkDepth(depth)
        scanner.take()
        if scanner.peek() == UInt8(ascii: "]") {
            scanner.take()
            return
        }
        let array = arrays
        arrays += 1
        var index = 0
        while true {
            let next = scanner.peek()
            let isNested = next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
            if isNested { membership.elements.append(ArrayMembership.Element(array: array, index: index)) }
            try value(depth: depth + 1)
            if isNested { membership.elements.removeLast() }
            index += 1
            if scanner.peek() == UInt8(ascii: ",") {
                scanner.take()
                continue
            }
            try scanner.expect(UInt8(ascii: "]"), "',' or ']'")
            return
        }
    }

    private func checkDepth(_ depth: Int) throws(ParseFailure) {
        guard depth < JSONScanner.maximumDepth else {
            throw ParseFailure(
                reason: "The JSON text is nested more than \(JSONScanner.maximumDepth) levels deep", offset: scanner.index)
        }
    }
}
