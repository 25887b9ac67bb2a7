public import FoundationEssentials
public import Logging

/// What the edges take from the world, so that tests can give them another: time, chance, the environment, a log.
public struct Runtime: Sendable {
    public var now: @Sendable () -> Date
    /// Waits, or throws `CancellationError`.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// From 0 up to, without, 1.
    public var jitter: @Sendable () -> Double
    public var environment: [String: String]
    public var logger: Logger

    public init(
        now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void,
        jitter: @escaping @Sendable () -> Double, environment: [String: String], logger: Logger
    ) {
        self.now = now
        self.sleep = sleep
        self.jitter = jitter
        self.environment = environment
        self.logger = logger
    }

    /// The world as it is.
    public static func live(environment: [String: String], logger: Logger) -> Runtime {
        Runtime(
            now: { Date() }, sleep: { try await Task.sleep(for: $0) }, jitter: { Double.random(in: 0..<1) },
            environment: environment, logger: logger)
    }

    /// The value of a variable that is set and not empty.
    public func variable(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
