/// The name that a stack gives to what can carry no mark: `reconcile-<stack>-<hash>`, of letters, digits and hyphens, at most 75 and the hash's digits.
public enum MarkedName {
    /// - Parameters:
    ///   - content: what the hash covers, so that the name tells whether that is still the same.
    ///   - digits: how many hexadecimal digits of the hash.
    public static func name(_ stack: StackMark, hashing content: String, digits: Int) -> String {
        let slug = stack.description.utf8.prefix(64).map { $0.isAlphanumeric ? $0 : UInt8(ascii: "-") }
        let name = Array("reconcile-".utf8) + slug + [UInt8(ascii: "-")] + Digest.sha256(content).utf8.prefix(digits)
        return String(decoding: name, as: UTF8.self)
    }
}

extension UInt8 {
    /// An ASCII letter or digit.
    fileprivate var isAlphanumeric: Bool { (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) }
}
