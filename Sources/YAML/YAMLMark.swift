/// A place in a YAML text. Lines and columns count from 1; columns count Unicode scalars, as libyaml does.
public struct YAMLMark: Hashable, Sendable {
    /// The number that the caller gave to the text, so that nodes of several texts can stand in one tree.
    public var source: Int { Int(packedSource) }
    public var line: Int { Int(packedLine) }
    public var column: Int { Int(packedColumn) }

    private var packedSource: Int32
    private var packedLine: Int32
    private var packedColumn: Int32

    public init(source: Int, line: Int, column: Int) {
        packedSource = Int32(clamping: source)
        packedLine = Int32(clamping: line)
        packedColumn = Int32(clamping: column)
    }
}

extension YAMLMark: Comparable {
    public static func < (left: YAMLMark, right: YAMLMark) -> Bool {
        (left.source, left.line, left.column) < (right.source, right.line, right.column)
    }
}
