/// An IPv4 or IPv6 address.
public struct IPAddress: Hashable, Sendable {
    /// 4 or 16, in network order. An IPv4-mapped IPv6 address (`::ffff:0:0/96`) is held as the IPv4 address, as Java reads it.
    public let bytes: [UInt8]

    public init?(_ text: UTF8String) {
        // Asked of every text of a pattern, most of which are words.
        guard text.bytes.allSatisfy({ $0.isAddressByte }) else { return nil }
        guard let bytes = Self.v4(text.bytes) ?? Self.v6(text.bytes) else { return nil }
        self.bytes = bytes
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Four decimal parts, leading zeros allowed, at most 15 characters in all.
    private static func v4(_ text: [UInt8]) -> [UInt8]? {
        guard text.count <= 15 else { return nil }
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard part.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let byte = UInt8(String(decoding: part, as: UTF8.self))
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// Eight hexadecimal groups, or fewer with one `::` (RFC 4291 §2.2, forms 1 and 2), leading zeros allowed.
    private static func v6(_ text: [UInt8]) -> [UInt8]? {
        let colon = UInt8(ascii: ":")
        let gaps = text.indices.dropLast().filter { text[$0] == colon && text[$0 + 1] == colon }
        var address: [UInt8]
        switch gaps.count {
        case 0:
            guard let groups = groups(text[...]), groups.count == 16 else { return nil }
            address = groups
        case 1:
            let before = text[..<gaps[0]]
            let after = text[(gaps[0] + 2)...]
            guard let head = before.isEmpty ? [] : groups(before), let tail = after.isEmpty ? [] : groups(after),
                head.count + tail.count < 16
            else { return nil }
            address = head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
        default:
            return nil
        }
        let mappedPrefix: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
        if address.starts(with: mappedPrefix) { address.removeFirst(12) }
        return address
    }

    private static func groups(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        for group in text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
            guard group.first != UInt8(ascii: "+"), group.first != UInt8(ascii: "-"),
                let value = UInt16(String(decoding: group, as: UTF8.self), radix: 16)
            else { return nil }
            bytes += [UInt8(value >> 8), UInt8(value & 0xFF)]
        }
        return bytes
    }
}

extension UInt8 {
    /// A hexadecimal digit, `.` or `:`.
    fileprivate var isAddressByte: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}

extension IPAddress: CustomStringConvertible {
    public var description: String {
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
        return stride(from: 0, to: bytes.count, by: 2).map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":")
    }
}
