/// Why a text, or a part of it, is no YAML that can be trusted.
public struct YAMLError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case notUTF8
        case forbiddenCharacter
        case syntax
        /// The place of the first.
        case duplicateKey(first: YAMLMark)
        case undefinedAlias
        case recursiveAlias
        case invalidMerge
        case tooManyAliases
        case tooDeep
        case tooLarge
    }

    public var reason: Reason
    /// One sentence without a full stop.
    public var message: String
    public var mark: YAMLMark

    public init(_ reason: Reason, _ message: String, mark: YAMLMark) {
        self.reason = reason
        self.message = message
        self.mark = mark
    }
}
