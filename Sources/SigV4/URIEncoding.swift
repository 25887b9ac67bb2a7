/// AWS's own percent-encoding: everything but RFC 3986's unreserved characters, in upper-case digits
/// (IAM User Guide, "Create a signed AWS API request", `UriEncode`).
public enum URIEncoding {
    /// - Parameter keepingSlash: whether `/` stands for itself, as it does between the segments of a path.
    public static func encode(_ bytes: some Sequence<UInt8>, keepingSlash: Bool = false) -> String {
        var encoded: [UInt8] = []
        for byte in bytes {
            if isUnreserved(byte) || (keepingSlash && byte == UInt8(ascii: "/")) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    public static func encode(_ text: some StringProtocol) -> String { encode(text.utf8) }

    /// The bytes that a percent-encoded text stands for; a `%` without two digits stands for itself.
    static func decode(_ text: some StringProtocol) -> [UInt8] {
        var rest = Array(text.utf8)[...]
        var decoded: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                rest.removeFirst(2)
                decoded.append(value)
            } else {
                decoded.append(byte)
            }
        }
        return decoded
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
