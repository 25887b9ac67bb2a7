import Crypto

public enum Digest {
    /// SHA-256 of a text's UTF-8, in 64 lower-case hexadecimal digits.
    public static func sha256(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
