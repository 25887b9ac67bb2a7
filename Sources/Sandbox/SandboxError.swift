/// Why a sandbox can't serve.
public struct SandboxError: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String

    init(_ description: String) { self.description = description }
}
