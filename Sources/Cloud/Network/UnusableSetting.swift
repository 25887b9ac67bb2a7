public import Model

/// A setting of the network that can't be used. It never holds the value of one that may hold a secret.
public struct UnusableSetting: Error, Hashable, Sendable {
    /// The variable, or the setting and its place.
    public var name: String
    public var problem: String
    public var fix: String

    public var diagnostic: Diagnostic { Diagnostic(.error, code: "network-setting", "\(name) \(problem)", fix: fix) }
}
