/// The line in an integration's `notes` by which a stack owns it or contributes topics to it:
/// `reconcile:stack=acme/telephony/prod reconcile:resource=events reconcile:topics=TOPIC,TOPIC`.
///
/// The owner's line has a `reconcile:resource`; a contributor's has none. Other lines are people's and stay as they are.
public struct IntegrationMark: Hashable, Sendable {
    public var stack: StackMark
    public var resource: String?
    public var topics: [String]

    public init(stack: StackMark, resource: String?, topics: [String]) {
        self.stack = stack
        self.resource = resource
        self.topics = topics.sorted()
    }

    /// Reads one line of notes; `nil` where it is no mark.
    public init?(line: some StringProtocol) {
        var fields: [String: String] = [:]
        for word in line.split(separator: " ") {
            guard let equals = word.firstIndex(of: "="), word.hasPrefix(OwnershipTag.prefix) else { return nil }
            fields[String(word[..<equals])] = String(word[word.index(after: equals)...])
        }
        guard let stack = fields[OwnershipTag.stack].flatMap({ StackMark($0) }) else { return nil }
        let topics = fields["reconcile:topics"]?.split(separator: ",").map(String.init) ?? []
        self.init(stack: stack, resource: fields[OwnershipTag.resource], topics: topics)
    }

    public var line: String {
        var words = ["\(OwnershipTag.stack)=\(stack)"]
        if let resource { words.append("\(OwnershipTag.resource)=\(resource)") }
        if !topics.isEmpty { words.append("reconcile:topics=\(topics.joined(separator: ","))") }
        return words.joined(separator: " ")
    }

    /// The marks in an integration's notes.
    public static func marks(in notes: String) -> [IntegrationMark] {
        notes.split(whereSeparator: \.isNewline).compactMap { IntegrationMark(line: $0) }
    }

    /// The notes with this mark in the place of the stack's former one, all other lines as they were.
    public func written(into notes: String) -> String {
        let others = notes.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .filter { IntegrationMark(line: $0)?.stack != stack }.map(String.init)
        let kept = others.allSatisfy(\.isEmpty) ? [] : others
        return (kept + [line]).joined(separator: "\n")
    }
}
