/// Looks for an address of a block, as text, that some comparisons take, or don't take.
///
/// An address has many spellings, so that this is exact against blocks and addresses alone; otherwise it tries a few and may not decide.
enum AddressSearch {
    static func search(_ block: CIDRBlock, _ others: [Comparison], isInOthers: Bool) -> TextSearch.Outcome {
        for text in [block.network, block.last].flatMap({ ["\($0)", "0\($0)"] }).map({ UTF8String($0) }) where IPAddress(text) != nil {
            if FieldState.value(.string(text)).satisfies(others) == isInOthers { return .found(text) }
        }
        let blocks = others.compactMap(CIDRBlock.init)
        if isInOthers {
            // Of two blocks that meet, one holds the other.
            for other in blocks where block.contains(other.network) { return .found(UTF8String(other.network.description)) }
            return others.allSatisfy { !$0.mayTakeAddresses || CIDRBlock($0) != nil } ? .none : .undecided
        }
        return blocks.contains { $0.contains(block.network) && $0.contains(block.last) } || others.contains(where: \.takesEveryText)
            ? .none : .undecided
    }
}

extension CIDRBlock {
    init?(_ comparison: Comparison) {
        switch comparison {
        case .address(let address): self.init(address)
        case .cidr(let block): self = block
        default: return nil
        }
    }

    /// The block of one address.
    init(_ address: IPAddress) {
        self.init(address, bits: address.bytes.count * 8)
    }

    /// The last address of the block.
    fileprivate var last: IPAddress {
        IPAddress(bytes: network.bytes.enumerated().map { $1 | ~Self.mask(bits, at: $0) })
    }
}

extension Comparison {
    fileprivate var takesEveryText: Bool {
        switch self {
        case .exists(let exists): exists
        case .prefix(let text): text.bytes.isEmpty
        case .anythingBut(.numbers): true
        default: false
        }
    }

    fileprivate var mayTakeAddresses: Bool {
        switch self {
        case .equals(.string(let text)): IPAddress(text) != nil
        case .equals, .numeric, .exists(false): false
        default: true
        }
    }
}
