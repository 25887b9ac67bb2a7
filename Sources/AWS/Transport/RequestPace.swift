internal import Cloud
internal import FoundationEssentials
internal import Model
internal import Synchronization

/// How fast a service may be called: as fast as it goes until it says that this is too much, and evenly from then on.
///
/// EventBridge's control plane takes 50 requests a second of an account and region, and some more for a moment. Calls share a pace, so that
/// one that is throttled slows them all; others use the same allowance, so that the pace falls further while AWS goes on throttling, and
/// rises again, up to 50, with each answer.
final class RequestPace: Gate {
    private static let fastest = 50.0
    private static let slowest = 1.0

    private struct State {
        /// Requests a second; `nil` before the first throttling.
        var rate: Double?
        var nextTurn = Date.distantPast
        var lastCut = Date.distantPast
    }

    private let runtime: Runtime
    private let state = Mutex(State())

    init(_ runtime: Runtime) { self.runtime = runtime }

    func enter() async throws(HTTPFailure) {
        let wait = takeTurn()
        guard wait > .zero else { return }
        do { try await runtime.sleep(wait) } catch { throw .interrupted }
    }

    func leave(_ response: HTTPResponse?) {
        guard let response else { return }
        if ErrorAnswer(response)?.reason == .throttled { wasThrottled() } else { wasAnswered() }
    }

    /// What was under way together is throttled together: that counts once a second.
    func wasThrottled() {
        let now = runtime.now()
        state.withLock { state in
            guard now.timeIntervalSince(state.lastCut) >= 1 else { return }
            state.rate = state.rate.map { max(Self.slowest, $0 * 0.7) } ?? Self.fastest
            state.lastCut = now
        }
    }

    func wasAnswered() {
        state.withLock { state in state.rate = state.rate.map { min(Self.fastest, $0 + 0.1) } }
    }

    /// - Returns: how long until the turn comes.
    private func takeTurn() -> Duration {
        let now = runtime.now()
        return state.withLock { state in
            guard let rate = state.rate else { return .zero }
            let turn = max(now, state.nextTurn)
            state.nextTurn = turn.addingTimeInterval(1 / rate)
            return .milliseconds(Int((turn.timeIntervalSince(now) * 1_000).rounded()))
        }
    }
}
