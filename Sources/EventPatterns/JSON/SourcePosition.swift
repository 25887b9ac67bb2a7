/// A place in a JSON text.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
    /// In bytes from the first, which is 0.
    public let offset: Int
    /// From 1.
    public let line: Int
    /// In Unicode scalars from 1.
    public let column: Int

    public var description: String { "line \(line), column \(column)" }

    init(offset: Int, in bytes: [UInt8]) {
        self.offset = offset
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                column += 1
            }
        }
        self.line = line
        self.column = column
    }
}
