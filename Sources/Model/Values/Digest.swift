import Crypto

public enum Digest {
    /// SHA-256 of a text's UTF-8, in 64 lower-case hexadecimal digits.
    public static func sha256(_ text: String) -> String {
        var hexadecimal: [UInt8] = []
        hexadecimal.reserveCapacity(64)
        for byte in SHA256.hash(data: Array(text.utf8)) {
            hexadecimal.append(digits[Int(byte >> 4)])
            hexadecimal.append(digits[Int(byte & 0xF)])
        }
        return String(decoding: hexadecimal, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
