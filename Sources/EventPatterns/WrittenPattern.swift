/// A pattern and how long it is as it was written.
public struct WrittenPattern: Hashable, Sendable {
    public let pattern: EventPattern
    /// In characters, as EventBridge counts them.
    public let length: Int

    /// - Throws: `Invalid` where EventBridge would refuse the pattern, or the bytes aren't UTF-8.
    public init(utf8 bytes: [UInt8]) throws(EventPattern.Invalid) {
        pattern = try EventPattern(utf8: bytes)
        length = Self.length(utf8: bytes)
    }

    public static func length(utf8 bytes: [UInt8]) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
