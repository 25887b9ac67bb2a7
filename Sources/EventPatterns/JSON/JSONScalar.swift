/// A leaf of an event: what an event pattern compares.
public enum JSONScalar: Hashable, Sendable {
    case string(UTF8String)
    case number(JSONNumber)
    case bool(Bool)
    case null
}
