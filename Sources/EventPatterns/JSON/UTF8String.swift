/// Text that is compared byte by byte, as event-ruler compares it.
///
/// Swift's `String` takes canonically equivalent texts for equal ("é" composed and decomposed); EventBridge doesn't.
public struct UTF8String: Hashable, Sendable {
    /// Well-formed UTF-8.
    public let bytes: [UInt8]

    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// - Parameter validated: well-formed UTF-8, which the caller has made sure of.
    init(validated: [UInt8]) {
        bytes = validated
    }
}

extension UTF8String: ExpressibleByStringLiteral, CustomStringConvertible {
    public init(stringLiteral value: String) {
        self.init(value)
    }

    public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension UTF8String: Comparable {
    public static func < (left: UTF8String, right: UTF8String) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
