/// How much a text may ask of us.
public struct YAMLLimits: Hashable, Sendable {
    /// Of the whole text.
    public var bytes: Int
    /// Collections within collections, aliases expanded.
    public var depth: Int
    /// Nodes that aliases add to what is written, in one text: ten lines of "billion laughs" pass any bound.
    public var aliasedNodes: Int

    public init(bytes: Int = 32 << 20, depth: Int = 100, aliasedNodes: Int = 1_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.aliasedNodes = aliasedNodes
    }
}
