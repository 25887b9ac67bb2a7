import Cloud
import FoundationEssentials
import Logging
import Synchronization

/// A runtime whose time passes only while somebody waits.
final class TestWorld: Sendable {
    private struct State {
        var now = Date(timeIntervalSince1970: 1_000_000)
        var sleeps: [Duration] = []
    }

    static let credentials = ["GENESYSCLOUD_OAUTHCLIENT_ID": "client-1", "GENESYSCLOUD_OAUTHCLIENT_SECRET": "s3cr3t-value"]

    private let state = Mutex(State())

    var now: Date { state.withLock(\.now) }
    var sleeps: [Duration] { state.withLock(\.sleeps) }

    func pass(_ duration: Duration) {
        state.withLock { $0.now += duration / .seconds(1) }
    }

    func runtime(_ environment: [String: String] = credentials) -> Runtime {
        Runtime(
            now: { self.now },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock { $0.sleeps.append(duration) }
                self.pass(duration)
            },
            jitter: { 0.5 }, environment: environment, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}
