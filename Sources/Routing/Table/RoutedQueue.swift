public import Model

/// A queue as rules filter by it.
public struct RoutedQueue: Hashable, Sendable {
    public let address: Address
    /// Its name in Genesys Cloud.
    public let title: String
    /// Its id; a stand-in where it isn't known yet.
    public let id: String

    public init(address: Address, title: String, id: String) {
        self.address = address
        self.title = title
        self.id = id
    }
}
