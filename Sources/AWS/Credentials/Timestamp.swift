internal import FoundationEssentials

/// Times as AWS's credential sources write them: ISO 8601 with or without fractions, with `Z`, an offset, or the SSO cache's old `UTC`.
enum Timestamp {
    static func date(_ text: String) -> Date? {
        let text = text.hasSuffix("UTC") ? text.dropLast(3) + "Z" : text
        let styles = [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)]
        return styles.lazy.compactMap { try? $0.parse(text) }.first
    }
}
