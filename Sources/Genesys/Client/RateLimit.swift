internal import Cloud
internal import FoundationEssentials
internal import Logging
internal import Synchronization

/// Lets requests through only while the service's allowance lasts: one budget for all requests of a run.
///
/// The service tells with each answer how many requests its window has seen, how many it allows, and in how many seconds it begins anew
/// (`inin-ratelimit-count`, `-allowed`, `-reset`; Developer Center, "Rate limits"). Waiting for the next window costs less than running into a
/// 429; where one comes all the same, its `Retry-After` holds back everybody.
final class RateLimit: Gate {
    /// Where the service names a longer one, the allowance is not heeded: windows last a minute.
    private static let longestWindow: TimeInterval = 180

    private struct State {
        /// Requests that may still be sent before `reset`; `nil` where nobody told.
        var left: Int?
        var reset = Date.distantPast
        var underWay = 0
    }

    private let runtime: Runtime
    private let state = Mutex(State())

    init(_ runtime: Runtime) { self.runtime = runtime }

    func enter() async throws(HTTPFailure) {
        while let wait = admit() {
            runtime.logger.notice("Genesys Cloud's allowance of requests is used up: waiting", metadata: ["wait": "\(wait)"])
            do { try await runtime.sleep(wait) } catch { throw .interrupted }
        }
    }

    func leave(_ response: HTTPResponse?) {
        if let response { learn(from: response) }
        state.withLock { $0.underWay -= 1 }
    }

    /// Takes a request from the budget, or says how long to wait for the next window.
    private func admit() -> Duration? {
        state.withLock { state in
            let rest = state.reset.timeIntervalSince(runtime.now())
            if rest <= 0 { state.left = nil }
            if let left = state.left {
                guard left > 0 else { return .milliseconds(Int64((rest * 1_000).rounded(.up))) }
                state.left = left - 1
            }
            state.underWay += 1
            return nil
        }
    }

    private func learn(from response: HTTPResponse) {
        if response.status == 429, let wait = retryAfter(response) {
            note(left: 0, seconds: TimeInterval(wait.components.seconds))
        } else if let count = number("count", response), let allowed = number("allowed", response), let reset = number("reset", response) {
            note(left: allowed - count, seconds: TimeInterval(reset))
        }
    }

    /// What the service counted when it answered may lack the requests that are under way: they are taken off, to be on the safe side.
    private func note(left: Int, seconds: TimeInterval) {
        guard seconds <= Self.longestWindow else { return }
        state.withLock { state in
            let told = max(0, left - (state.underWay - 1))
            state.left = min(state.left ?? told, told)
            state.reset = runtime.now().addingTimeInterval(seconds)
        }
    }

    private func number(_ name: String, _ response: HTTPResponse) -> Int? {
        response.header("inin-ratelimit-\(name)").flatMap { Int($0) }
    }
}
