/// Holds one call, taken and not yet answered, until it is let go.
public final class Latch: Hashable, Sendable {
    private let taken = AsyncStream.makeStream(of: Void.self)
    private let released = AsyncStream.makeStream(of: Void.self)

    public init() {}

    /// Returns when the call is held, or can't come any more.
    public func reached() async {
        var taking = taken.stream.makeAsyncIterator()
        await taking.next()
    }

    /// Lets the call go on to its answer.
    public func release() { released.continuation.yield() }

    /// Says that the client is gone.
    public func abandon() { taken.continuation.finish() }

    func hold() async {
        taken.continuation.yield()
        var releasing = released.stream.makeAsyncIterator()
        await releasing.next()
    }

    public static func == (left: Latch, right: Latch) -> Bool { left === right }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
