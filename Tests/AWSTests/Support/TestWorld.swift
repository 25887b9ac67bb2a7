import AWS
import Cloud
import FoundationEssentials
import Logging
import Model
import Synchronization

/// A world in which time passes only while somebody waits.
final class TestWorld: Sendable {
    private struct State {
        var now = Date(timeIntervalSince1970: 1_440_938_160)
        var sleeps: [Duration] = []
        var messages: [String] = []
    }

    static let credentials = [
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        "AWS_SESSION_TOKEN": "session-token-value",
    ]

    /// The same, for what doesn't look them up.
    static let keys = AWSCredentials(
        accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        sessionToken: Secret("session-token-value"))

    private let state = Mutex(State())

    var sleeps: [Duration] { state.withLock(\.sleeps) }
    var messages: [String] { state.withLock(\.messages) }

    func tell(_ message: String) { state.withLock { $0.messages.append(message) } }

    func runtime(_ environment: [String: String] = credentials) -> Runtime {
        Runtime(
            now: { self.state.withLock(\.now) },
            sleep: { duration in
                self.state.withLock { state in
                    state.sleeps.append(duration)
                    state.now += duration / .seconds(1)
                }
            },
            jitter: { 0.5 }, environment: environment, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}
