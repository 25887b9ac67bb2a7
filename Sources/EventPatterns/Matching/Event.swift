/// An event as patterns see it: the values at each path, and in which elements of which arrays they are.
///
/// As in event-ruler, the keys from the root are joined by dots, arrays add nothing to the path, and of a key that is repeated every
/// value counts.
public struct Event: Sendable {
    struct Leaf: Sendable {
        var value: JSONScalar
        var membership: ArrayMembership
    }

    private var leavesByPath: [UTF8String: [Leaf]] = [:]

    /// - Throws: `Invalid` where the text isn't a JSON object.
    public init(json: String) throws(Invalid) {
        try self.init(utf8: Array(json.utf8))
    }

    /// - Throws: `Invalid` where the bytes aren't a JSON object in UTF-8.
    public init(utf8 bytes: [UInt8]) throws(Invalid) {
        do {
            var flattener = EventFlattener(bytes)
            leavesByPath = try flattener.leaves()
        } catch {
            throw Invalid(reason: error.reason, position: SourcePosition(offset: error.offset, in: bytes))
        }
    }

    func leaves(at path: UTF8String) -> [Leaf] {
        leavesByPath[path] ?? []
    }
}

extension Event {
    /// Why a text is no event.
    public struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
        public let reason: String
        public let position: SourcePosition

        public var description: String { "Event is not valid. Reason: \(reason) (\(position))" }
    }
}
