public import Model

/// Ids that hold the place of such as aren't known yet. The same name has the same id in every run.
public enum StandIn {
    /// A UUID (RFC 9562, version 8) made from a name.
    public static func id(_ name: String) -> String {
        let digits = hash(name, 0xCBF2_9CE4_8422_2325) + hash(name + "\n", 0x9AE1_6A3B_2F90_404F)
        let parts = [
            digits.prefix(8), digits.dropFirst(8).prefix(4), "8" + digits.dropFirst(13).prefix(3), "8" + digits.dropFirst(17).prefix(3),
        ]
        return (parts + [digits.dropFirst(20)]).joined(separator: "-")
    }

    /// The id of a resource that doesn't tell it yet.
    public static func id(of address: Address) -> String { id(address.description) }

    /// Stands in for what a resource will tell.
    public static func value(_ reference: Reference) -> Value {
        .string(reference.output == "id" ? id(of: reference.address) : id(reference.description))
    }

    /// FNV-1a.
    private static func hash(_ text: String, _ seed: UInt64) -> String {
        let hash = text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash ^ hash >> 29, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
