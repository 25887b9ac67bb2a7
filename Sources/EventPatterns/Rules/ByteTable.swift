/// Byte strings numbered from 0, found without copying the bytes that are looked for.
///
/// Open addressing with FNV-1a: what is looked for can't make it slow, since only patterns fill it.
struct ByteTable: Sendable {
    private var text: [UInt8] = []
    /// Where each string ends in `text`.
    private var ends: [Int] = [0]
    /// The string's number, or -1; a power of two.
    private var slots: [Int32] = [-1, -1]
    /// A bit for each length that a string has, the last for all from 63 bytes on: most of what is looked for isn't there, and has another length.
    private var lengths: UInt64 = 0

    var count: Int { ends.count - 1 }

    func number(of range: Range<Int>, in bytes: [UInt8]) -> Int? {
        if lengths & Self.bit(range.count) == 0 { return nil }
        let found = Int(slots[slot(of: range, in: bytes)])
        return found < 0 ? nil : found
    }

    /// The number of a string that is there from now on.
    mutating func insert(_ string: [UInt8]) -> Int {
        if let known = number(of: string.indices, in: string) { return known }
        text += string
        lengths |= Self.bit(string.count)
        ends.append(text.count)
        if count * 2 > slots.count { grow() } else { slots[slot(of: string.indices, in: string)] = Int32(count - 1) }
        return count - 1
    }

    private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 4)
        for number in 0..<count {
            let range = ends[number]..<ends[number + 1]
            slots[slot(of: range, in: text)] = Int32(number)
        }
    }

    /// That of an equal string, or a free one.
    private func slot(of range: Range<Int>, in bytes: [UInt8]) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[slot] >= 0, !isEqual(Int(slots[slot]), range, bytes) { slot = (slot + 1) & mask }
        return slot
    }

    private func isEqual(_ number: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        let start = ends[number]
        guard ends[number + 1] - start == range.count else { return false }
        for offset in 0..<range.count where text[start + offset] != bytes[range.lowerBound + offset] { return false }
        return true
    }
}
