/// What `Model` calls of swift-crypto, without its strength: a fuzzer doesn't care which digest a name has.
public enum SHA256 {
    public static func hash(data: [UInt8]) -> [UInt8] {
        let digest = data.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return (0..<32).map { UInt8(truncatingIfNeeded: digest >> UInt64($0 % 8 * 8)) }
    }
}
