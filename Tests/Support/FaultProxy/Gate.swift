internal import Synchronization

/// Stops all traffic at one moment of one call, so that a client can be killed there.
public final class Gate: Hashable, Sendable {
    public enum Moment: Hashable, Sendable, CaseIterable {
        case beforeSending
        case beforeAnswer
        case afterAnswer
    }

    private let shut = Mutex(false)
    private let passed: AsyncStream<Void>
    private let pass: AsyncStream<Void>.Continuation

    public init() { (passed, pass) = AsyncStream.makeStream() }

    /// Stops at a call, known by its operation and occurrence.
    public func plan(at point: ProxiedCall, _ moment: Moment) -> FaultPlan {
        { call in
            if self.isShut { return .hung }
            return call == point ? .stopped(self, moment) : nil
        }
    }

    public var isShut: Bool { shut.withLock { $0 } }

    /// Returns when the call has got so far.
    public func reached() async {
        var passing = passed.makeAsyncIterator()
        await passing.next()
    }

    func close() { shut.withLock { $0 = true } }
    func announce() { pass.yield() }

    public static func == (left: Gate, right: Gate) -> Bool { left === right }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
