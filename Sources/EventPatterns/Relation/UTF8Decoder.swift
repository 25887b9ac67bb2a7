/// How much of a well-formed character has been read (Unicode 16, table 3-7).
struct UTF8Decoder: Hashable {
    /// The bytes that may follow, if a character has begun.
    private var next: ClosedRange<UInt8>?
    private var remaining = 0

    var isAtBoundary: Bool { remaining == 0 }

    /// Bytes that are alike to the decoder, those first that read well in an example.
    static let classes: [[UInt8]] = [
        Array(UInt8(ascii: "x")...UInt8(ascii: "z")) + Array(UInt8(ascii: "a")...UInt8(ascii: "w"))
            + Array(UInt8(ascii: "0")...UInt8(ascii: "9")) + Array(0x20...0x7E) + Array(0x00...0x1F) + [0x7F],
        Array(0x80...0x8F), Array(0x90...0x9F), Array(0xA0...0xBF),
        Array(0xC3...0xDF) + [0xC2], [0xE0], Array(0xE1...0xEC) + [0xEE, 0xEF], [0xED], [0xF0], Array(0xF1...0xF3), [0xF4],
    ]

    /// - Returns: nil where the byte can't stand here.
    func step(_ byte: UInt8) -> UTF8Decoder? {
        if let next {
            guard next.contains(byte) else { return nil }
            return remaining == 1 ? UTF8Decoder() : UTF8Decoder(next: 0x80...0xBF, remaining: remaining - 1)
        }
        switch byte {
        case 0x00...0x7F: return self
        case 0xC2...0xDF: return UTF8Decoder(next: 0x80...0xBF, remaining: 1)
        case 0xE0: return UTF8Decoder(next: 0xA0...0xBF, remaining: 2)
        case 0xED: return UTF8Decoder(next: 0x80...0x9F, remaining: 2)
        case 0xE1...0xEF: return UTF8Decoder(next: 0x80...0xBF, remaining: 2)
        case 0xF0: return UTF8Decoder(next: 0x90...0xBF, remaining: 3)
        case 0xF1...0xF3: return UTF8Decoder(next: 0x80...0xBF, remaining: 3)
        case 0xF4: return UTF8Decoder(next: 0x80...0x8F, remaining: 3)
        default: return nil
        }
    }
}
