/// The addresses that share the first bits of one: `cidr`.
public struct CIDRBlock: Hashable, Sendable {
    /// The first address of the block.
    public let network: IPAddress
    /// Of the mask.
    public let bits: Int

    init(_ address: IPAddress, bits: Int) {
        self.bits = bits
        network = IPAddress(bytes: address.bytes.enumerated().map { $1 & Self.mask(bits, at: $0) })
    }

    func contains(_ address: IPAddress) -> Bool {
        address.bytes.count == network.bytes.count && CIDRBlock(address, bits: bits).network == network
    }

    static func mask(_ bits: Int, at index: Int) -> UInt8 {
        ~UInt8(truncatingIfNeeded: 0xFF >> min(max(bits - index * 8, 0), 8))
    }
}

extension CIDRBlock: CustomStringConvertible {
    public var description: String { "\(network)/\(bits)" }
}
