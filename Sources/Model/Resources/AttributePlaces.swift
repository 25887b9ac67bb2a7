/// Where a manifest gives the attributes of a resource, and their parts, by their paths: `eventPattern.detail.queueId`.
///
/// Kept as a tree of keys: every rule has some, and a path is asked for only where something is to be said of it.
public struct AttributePlaces: Hashable, Sendable {
    /// A key that was added.
    public struct Position: Hashable, Sendable {
        fileprivate var index: Int
    }

    private struct Entry: Hashable {
        var key: String
        var parent: Position?
        var place: SourceLocation
    }

    private var entries: [Entry] = []

    public init(minimumCapacity: Int = 0) { entries.reserveCapacity(minimumCapacity) }

    /// - Parameter key: one key, or several with dots between them.
    @discardableResult
    public mutating func add(_ key: String, in parent: Position? = nil, at place: SourceLocation) -> Position {
        entries.append(Entry(key: key, parent: parent, place: place))
        return Position(index: entries.count - 1)
    }

    /// The place of what was added last under a path.
    public subscript(path: String) -> SourceLocation? { entries.last { self.path(of: $0) == path }?.place }

    private func path(of entry: Entry) -> String { entry.parent.map { path(of: entries[$0.index]) + "." + entry.key } ?? entry.key }
}

extension AttributePlaces: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, SourceLocation)...) {
        self.init(minimumCapacity: elements.count)
        for (path, place) in elements { add(path, at: place) }
    }
}
