/// What a text must look like, told in three ways that mean the same: in words, as a regular expression (ECMA 262, anchored) and as a test.
struct StringFormat: Sendable {
    var expectation: String
    /// `nil`: any characters.
    var pattern: String?
    /// In Unicode scalars.
    var length: ClosedRange<Int>
    private var test: @Sendable (String) -> Bool

    init(
        _ expectation: String, pattern: String? = nil, length: ClosedRange<Int>, test: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        self.expectation = expectation
        self.pattern = pattern
        self.length = length
        self.test = test
    }

    func accepts(_ text: String) -> Bool { hasItsLength(text) && test(text) }

    /// Counts only where it must: a text has no more scalars than bytes.
    private func hasItsLength(_ text: String) -> Bool {
        let bytes = text.utf8.count
        return bytes <= length.upperBound && length.lowerBound <= min(bytes, 1) || length.contains(text.unicodeScalars.count)
    }

    /// ASCII letters and digits, and these.
    static func alphanumerics(and others: String, length: ClosedRange<Int>) -> StringFormat {
        let names = others.map { "`\($0)`" }.joined(separator: ", ")
        // Within brackets the hyphen alone needs it, and validators refuse an escape that isn't needed.
        let escaped = others.map { $0 == "-" ? "\\-" : "\($0)" }.joined()
        let bytes = Set(others.utf8)
        return StringFormat(
            "\(length.lowerBound) to \(length.upperBound) letters, digits, \(names)", pattern: "^[A-Za-z0-9\(escaped)]*$", length: length
        ) { text in text.utf8.allSatisfy { $0.isAlphanumeric || bytes.contains($0) } }
    }

    static func text(upTo limit: Int) -> StringFormat { StringFormat("a text of 1 to \(limit) characters", length: 1...limit) }
    static let text = StringFormat("a text", length: 0...Int.max)
}

extension UInt8 {
    /// An ASCII letter or digit.
    var isAlphanumeric: Bool { (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) }
}

extension Character {
    var isASCIIAlphanumeric: Bool { isASCIIDigit || asciiValue.map { (0x61...0x7A).contains($0 | 0x20) } ?? false }
    var isASCIIDigit: Bool { asciiValue.map { (0x30...0x39).contains($0) } ?? false }
}
