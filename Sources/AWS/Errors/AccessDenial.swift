/// What AWS's message says of a missing permission:
/// `User: arn:… is not authorized to perform: events:PutRule on resource: arn:… because no identity-based policy allows …`.
struct AccessDenial: Hashable {
    var action: String?
    var resource: String?
    /// A policy forbids it in so many words: allowing it elsewhere won't help.
    var isExplicit: Bool

    init(_ message: String) {
        action = Self.word(after: "not authorized to perform: ", in: message)
        resource = Self.word(after: "on resource: ", in: message)
        isExplicit = message.contains("explicit deny")
    }

    private static func word(after phrase: String, in message: String) -> String? {
        guard let range = message.firstRange(of: phrase) else { return nil }
        let word = message[range.upperBound...].prefix { !$0.isWhitespace && $0 != "," }
        return word.isEmpty ? nil : String(word)
    }
}
