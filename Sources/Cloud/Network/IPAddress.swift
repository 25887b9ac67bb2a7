internal import Glibc

/// An address of either family, in network order.
struct IPAddress: Hashable, Sendable {
    var bytes: [UInt8]

    /// `nil` where the text, without brackets, is a name.
    init?(_ text: String) {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: count)
            if inet_pton(family, text, &bytes) == 1 {
                self.bytes = bytes
                return
            }
        }
        return nil
    }
}

/// The addresses that begin with the same bits (RFC 4632, RFC 4291 §2.3).
struct IPAddressBlock: Hashable, Sendable {
    private let address: IPAddress
    private let bits: Int

    init(_ address: IPAddress, bits: Int) {
        self.address = address
        self.bits = bits
    }

    /// `nil` where the text is not like `10.0.0.0/8`.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(String(parts[0])), let bits = Int(parts[1]),
            (0...address.bytes.count * 8).contains(bits)
        else { return nil }
        self.init(address, bits: bits)
    }

    func contains(_ other: IPAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        let whole = bits / 8
        guard address.bytes[..<whole] == other.bytes[..<whole] else { return false }
        let rest = bits % 8
        return rest == 0 || (address.bytes[whole] ^ other.bytes[whole]) >> UInt8(8 - rest) == 0
    }
}
