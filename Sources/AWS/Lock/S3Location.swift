/// An object in S3, as people write it: `s3://bucket/key`.
public struct S3Location: Hashable, Sendable, CustomStringConvertible {
    public let bucket: String
    public let key: String

    /// `nil` where the text is none: bucket names have 3 to 63 of `a-z 0-9 . -` (S3 User Guide, "General purpose bucket naming rules"), keys up to
    /// 1,024 bytes.
    public init?(_ text: String) {
        guard text.hasPrefix("s3://") else { return nil }
        let parts = text.dropFirst("s3://".count).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, (3...63).contains(parts[0].count), (1...1_024).contains(parts[1].utf8.count),
            parts[0].allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || ".-".contains($0)) })
        else { return nil }
        bucket = String(parts[0])
        key = String(parts[1])
    }

    public var description: String { "s3://\(bucket)/\(key)" }
}
