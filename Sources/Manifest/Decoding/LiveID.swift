import Model

/// Ids of Genesys Cloud's objects. It writes UUIDs in lower case; in any other they are the same id (RFC 9562 §4), but wouldn't compare equal to what is
/// live, and would make event sources and patterns of another name.
extension ValueType where Output == String {
    static let uuid = ValueType.string(.uuid).map(\.canonicalID)
    static let liveID = ValueType.string(.text(upTo: 64)).map(\.canonicalID)
}

extension ValueType where Output == Value {
    static let uuid = text(.uuid).map(\.canonicalID)
    /// Of kinds whose ids no source calls UUIDs.
    static let liveID = text(.text(upTo: 64)).map(\.canonicalID)
}

extension String {
    /// In lower case where it is a UUID.
    var canonicalID: String { StringFormat.uuid.accepts(self) ? lowercased() : self }
}

extension Value {
    fileprivate var canonicalID: Value { string.map { .string($0.canonicalID) } ?? self }
}
