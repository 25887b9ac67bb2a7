import Cloud
import FoundationEssentials
import Logging
import Synchronization

/// A world in which waits take no time, and are kept.
final class TestWorld: Sendable {
    private let waits = Mutex<[Duration]>([])

    var sleeps: [Duration] { waits.withLock { $0 } }

    func runtime(jitter: Double = 0.5, environment: [String: String] = [:], isInterrupted: Bool = false) -> Runtime {
        Runtime(
            now: { Date(timeIntervalSince1970: 0) },
            sleep: { duration in
                if isInterrupted { throw CancellationError() }
                self.waits.withLock { $0.append(duration) }
            },
            jitter: { jitter }, environment: environment, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}
