/// The name that a stack gives to what can carry no mark: `reconcile-<stack>-<hash>`, of letters, digits and hyphens, at most 75 and the hash's digits.
public enum MarkedName {
    /// - Parameters:
    ///   - content: what the hash covers, so that the name tells whether that is still the same.
    ///   - digits: how many hexadecimal digits of the hash.
    public static func name(_ stack: StackMark, hashing content: String, digits: Int) -> String {
        let slug = String(stack.description.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(64))
        return "reconcile-\(slug)-\(Digest.sha256(content).prefix(digits))"
    }
}
