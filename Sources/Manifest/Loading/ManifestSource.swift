/// One text of manifests: a file, or what came through standard input.
public struct ManifestSource: Hashable, Sendable {
    /// As places show it: the file's path as the user gave it.
    public var name: String
    public var bytes: [UInt8]
    /// The `-f` that the text came by, counted from 0.
    public var layer: Int

    public init(name: String, bytes: [UInt8], layer: Int = 0) {
        self.name = name
        self.bytes = bytes
        self.layer = layer
    }
}
