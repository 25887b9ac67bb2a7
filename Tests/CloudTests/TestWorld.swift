import Cloud
import FoundationEssentials
import Logging
import Synchronization

/// A world with a clock of its own: time passes where somebody waits, or as a test says. Waits are kept.
final class TestWorld: Sendable {
    private let state = Mutex((now: Date(timeIntervalSince1970: 0), sleeps: [Duration]()))

    var sleeps: [Duration] { state.withLock(\.sleeps) }
    /// Since the beginning.
    var time: Duration { .seconds(state.withLock(\.now).timeIntervalSince1970) }

    func pass(_ duration: Duration) { state.withLock { $0.now += duration / .seconds(1) } }

    func runtime(jitter: Double = 0.5, environment: [String: String] = [:], isInterrupted: Bool = false) -> Runtime {
        Runtime(
            now: { self.state.withLock(\.now) },
            sleep: { duration in
                if isInterrupted { throw CancellationError() }
                self.state.withLock { $0.sleeps.append(duration) }
                self.pass(duration)
            },
            jitter: { jitter }, environment: environment, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}
