/// A pattern and an event to hold against it, one line of a file of cases: `{"name": …, "pattern": …, "event": …}`.
///
/// Pattern and event are JSON values, or JSON in a string, and are taken byte by byte as they stand: numbers keep their digits, repeated keys stay.
/// Other members are ignored.
public struct PatternCase: Hashable, Sendable {
    public let name: String
    public let pattern: [UInt8]
    public let event: [UInt8]

    /// - Throws: `Invalid` where the line is no JSON object with these three members.
    public init(utf8 line: [UInt8]) throws(Invalid) {
        do {
            self = try Self.read(line)
        } catch {
            throw Invalid(name: Self.name(in: line), reason: error.reason, position: SourcePosition(offset: error.offset, in: line))
        }
    }

    private init(name: String, pattern: [UInt8], event: [UInt8]) {
        self.name = name
        self.pattern = pattern
        self.event = event
    }

    private static func read(_ line: [UInt8]) throws(ParseFailure) -> PatternCase {
        let root = try JSONNode(line)
        guard case .object(let members) = root.content else {
            throw ParseFailure(reason: "A case must be a JSON object", offset: root.offset)
        }
        let name = try member("name", of: members, at: root.offset)
        guard case .scalar(.string(let text)) = name.content else {
            throw ParseFailure(reason: "\"name\" must be a string", offset: name.offset)
        }
        return PatternCase(
            name: text.description, pattern: try json(of: try member("pattern", of: members, at: root.offset), in: line),
            event: try json(of: try member("event", of: members, at: root.offset), in: line))
    }

    private static func member(_ name: UTF8String, of members: [JSONNode.Member], at offset: Int) throws(ParseFailure) -> JSONNode {
        guard let member = members.last(where: { $0.name == name }) else {
            throw ParseFailure(reason: "The case has no \"\(name)\"", offset: offset)
        }
        return member.value
    }

    /// The name of a case in which something else is wrong, as far as the line can be read.
    private static func name(in line: [UInt8]) -> String? {
        var scanner = JSONScanner(line)
        var separator = UInt8(ascii: "{")
        while (try? scanner.expect(separator, "a member")) != nil, let key = try? scanner.string(),
            (try? scanner.expect(UInt8(ascii: ":"), "':'")) != nil, let value = try? JSONNode(&scanner, depth: 0)
        {
            if key == "name" { return if case .scalar(.string(let text)) = value.content { text.description } else { nil } }
            separator = UInt8(ascii: ",")
        }
        return nil
    }

    /// The JSON text that a value is, or that it holds as a string.
    private static func json(of node: JSONNode, in line: [UInt8]) throws(ParseFailure) -> [UInt8] {
        if case .scalar(.string(let text)) = node.content { return text.bytes }
        var scanner = JSONScanner(line, from: node.offset)
        _ = try JSONNode(&scanner, depth: 0)
        return Array(line[node.offset..<scanner.index])
    }
}

extension PatternCase {
    /// Why a line is no case.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        /// The name of the case, where the line tells it.
        public let name: String?
        public let reason: String
        /// In the line.
        public let position: SourcePosition

        public var description: String { "\(reason) (column \(position.column))" }
    }
}
