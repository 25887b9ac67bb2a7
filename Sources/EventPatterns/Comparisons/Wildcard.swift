/// Text with `*` for any bytes, or none: `wildcard`.
public struct Wildcard: Hashable, Sendable {
    /// The literal bytes between the asterisks, one more than there are asterisks.
    let segments: [[UInt8]]

    /// Reads `*`, `\*` and `\\`.
    ///
    /// - Throws: where two asterisks follow each other or another character is escaped. As in event-ruler's wording, the position counts
    ///   bytes from the quote before the text.
    init(_ text: UTF8String, offset: Int) throws(ParseFailure) {
        var segments: [[UInt8]] = [[]]
        var index = 0
        let bytes = text.bytes
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            switch bytes[index] {
            case UInt8(ascii: "*"):
                if next == UInt8(ascii: "*") {
                    throw ParseFailure(reason: "Consecutive wildcard characters at pos \(index + 1)", offset: offset)
                }
                segments.append([])
            case UInt8(ascii: "\\"):
                guard let next, next == UInt8(ascii: "*") || next == UInt8(ascii: "\\") else {
                    throw ParseFailure(reason: "Invalid escape character at pos \(index + 1)", offset: offset)
                }
                segments[segments.count - 1].append(next)
                index += 1
            case let byte:
                segments[segments.count - 1].append(byte)
            }
            index += 1
        }
        self.segments = segments
    }

    func matches(_ text: UTF8String) -> Bool {
        guard let first = segments.first, let last = segments.last else { return false }
        let bytes = text.bytes
        guard segments.count > 1 else { return bytes == first }
        guard bytes.count >= first.count + last.count, bytes.starts(with: first), bytes.reversed().starts(with: last.reversed()) else {
            return false
        }
        // Taking the earliest place for each segment leaves the most room for the rest.
        var rest = bytes[first.count..<bytes.count - last.count]
        for segment in segments.dropFirst().dropLast() {
            guard let end = Self.end(of: segment, in: rest) else { return false }
            rest = rest[end...]
        }
        return true
    }

    private static func end(of segment: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= segment.count else { return nil }
        for start in bytes.startIndex...bytes.endIndex - segment.count where bytes[start..<start + segment.count].elementsEqual(segment) {
            return start + segment.count
        }
        return nil
    }
}

extension Wildcard {
    /// As a pattern has it, escaped.
    public var text: UTF8String {
        let star = UInt8(ascii: "*")
        let backslash = UInt8(ascii: "\\")
        let escaped = segments.map { $0.flatMap { $0 == star || $0 == backslash ? [backslash, $0] : [$0] } }
        return UTF8String(validated: Array(escaped.joined(separator: [star])))
    }
}
