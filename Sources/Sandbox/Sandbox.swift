import Hummingbird
public import Model
import ServiceLifecycle

/// A local Genesys Cloud and the AWS operations beside it, on one loopback port.
///
/// Two clouds as `reconcile` meets them: strict where they are strict, with ids, dates, wrappers and error bodies as they write them.
public struct Sandbox: Sendable {
    public let port: Int
    private let log: RequestLog
    private let editor: StateEditor

    public var url: String { "http://127.0.0.1:\(port)" }

    /// Every request that was answered, in order; those to the sandbox's own `/_sandbox/` are not among them.
    public var requests: [RequestRecord] { log.records }

    public func clearRequests() { log.clear() }

    /// The state of both clouds, in the shape of the state's file.
    public func state() async throws -> Value { try await editor.read() }

    /// Changes the state behind the clouds' backs: a JSON merge patch (RFC 7396) on what `state()` gives.
    ///
    /// - Throws: `DecodingError` where the result has not the state's shape.
    public func merge(_ patch: Value) async throws { try await editor.merge(patch) }

    /// Serves while `body` runs.
    ///
    /// - Throws: where the port is taken or a file can't be read, and what `body` throws.
    public static func run<Result: Sendable>(
        _ configuration: SandboxConfiguration = SandboxConfiguration(), _ body: (Sandbox) async throws -> Result
    ) async throws -> Result {
        let parts = try await Parts(configuration)
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let service = parts.server.service(parts.server.application { continuation.yield($0) })
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                try await parts.server.run { try await service.run() }
            }
            defer { group.cancelAll() }
            var bound = ports.makeAsyncIterator()
            guard let port = await bound.next() else {
                try await group.waitForAll()
                throw CancellationError()
            }
            let outcome: Swift.Result<Result, any Error>
            do {
                outcome = .success(try await body(Sandbox(port: port, log: parts.log, editor: parts.editor)))
            } catch {
                outcome = .failure(error)
            }
            // Not by a cancellation: NIO traps where a connection is dropped that was accepted and not begun to be served.
            await service.triggerGracefulShutdown()
            try await group.waitForAll()
            return try outcome.get()
        }
    }

    /// Serves until SIGINT or SIGTERM.
    ///
    /// - Parameter onReady: called once, when requests are answered.
    /// - Throws: where the port is taken or a file can't be read.
    public static func serve(
        _ configuration: SandboxConfiguration, onReady: @escaping @Sendable (Sandbox) async -> Void
    ) async throws {
        let parts = try await Parts(configuration)
        let application = parts.server.application { port in
            await onReady(Sandbox(port: port, log: parts.log, editor: parts.editor))
        }
        try await parts.server.run { try await application.runService() }
    }
}

extension Sandbox {
    /// All that a sandbox is made of, before it has a port.
    private struct Parts: Sendable {
        let log: RequestLog
        let editor: StateEditor
        let server: HTTPServer

        init(_ configuration: SandboxConfiguration) async throws {
            let file = try StateFile(
                path: configuration.stateFile, initial: SavedState(aws: .initial, genesys: .initial(now: configuration.now())))
            let state = await file.state
            let aws = AWSCloud(state.aws, configuration: configuration, file: file)
            let genesys = GenesysCloud(state.genesys, configuration: configuration, file: file, aws: aws)
            log = try RequestLog(path: configuration.logFile)
            editor = StateEditor(aws: aws, genesys: genesys)
            let gateway = Gateway(
                genesys: GenesysEndpoint(cloud: genesys, log: log, configuration: configuration),
                aws: AWSEndpoint(cloud: aws, configuration: configuration, log: log),
                control: ControlEndpoint(log: log, state: editor))
            server = HTTPServer(gateway: gateway, port: configuration.port)
        }
    }

    /// The variables that point the `aws` CLI, `reconcile` and any AWS SDK at this sandbox, in the order to print them.
    public var environment: [(name: String, value: String)] {
        [
            ("AWS_ENDPOINT_URL", url),
            ("AWS_ACCESS_KEY_ID", SandboxIdentity.accessKeyID),
            ("AWS_SECRET_ACCESS_KEY", SandboxIdentity.secretAccessKey),
            ("AWS_REGION", SandboxIdentity.region),
            ("AWS_DEFAULT_REGION", SandboxIdentity.region),
            ("GENESYSCLOUD_API_URL", url),
            ("GENESYSCLOUD_LOGIN_URL", url),
            ("GENESYSCLOUD_OAUTHCLIENT_ID", SandboxIdentity.clientID),
            ("GENESYSCLOUD_OAUTHCLIENT_SECRET", SandboxIdentity.clientSecret),
        ]
    }
}
