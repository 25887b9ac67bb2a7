import AWS
import Cloud
import Foundation
import Genesys
import Logging
import Model

/// The connections of one run: both clouds' adapters over one transport, closed on every path.
struct Session {
    var presentation: PresentationOptions
    var clouds: CloudOptions

    /// Runs `body` until it ends or is interrupted.
    ///
    /// - Parameter lock: held meanwhile, and released whatever comes of `body`.
    func withProviders<Result: Sendable>(
        of stack: Stack, holding lock: S3Location? = nil, _ body: @escaping @Sendable ([any Provider], Runtime) async throws -> Result
    ) async throws -> Result {
        try await connected(place: stack.place) { connections in
            let runtime = connections.runtime
            defer { connections.reportCalls(quietly: clouds.quiet) }
            let aws = try AWSProvider.rest(stack, http: connections.aws, runtime: runtime, profile: clouds.awsProfile)
            let providers: [any Provider] = [GenesysProvider(stack: stack, transport: connections.genesys, runtime: runtime), aws]
            guard let lock else { return try await body(providers, runtime) }
            let runLock = try runLock(lock, region: stack.aws.region, connections)
            return try await holding(runLock, for: stack.mark, now: runtime.now()) { try await body(providers, runtime) }
        }
    }

    /// Runs `body` with a lock, and until it ends or is interrupted.
    func withLock<Result: Sendable>(
        _ location: S3Location, _ body: @escaping @Sendable (RunLock) async throws -> Result
    ) async throws -> Result {
        try await connected { try await body(try runLock(location, region: nil, $0)) }
    }

    private func runLock(_ location: S3Location, region: String?, _ connections: Connections) throws(ServiceError) -> RunLock {
        try RunLock(location, region: region, http: connections.aws, runtime: connections.runtime, profile: clouds.awsProfile)
    }

    private struct Connections {
        let genesys: GracefulTransport
        let aws: GracefulTransport
        let runtime: Runtime
        private let calls: [(system: System, counted: CountedTransport)]

        init(genesys: some HTTPTransport, aws: some HTTPTransport, runtime: Runtime) {
            calls = [(.genesys, CountedTransport(genesys)), (.aws, CountedTransport(aws))]
            self.genesys = GracefulTransport(calls[0].counted)
            self.aws = GracefulTransport(calls[1].counted)
            self.runtime = runtime
        }

        /// How many requests the run took: both services allow so many in a time.
        func reportCalls(quietly: Bool) {
            let counts = calls.map { "\($0.counted.count) to \($0.system.title)" }.joined(separator: ", ")
            if !quietly { Console.message("Requests: \(counts).\n") }
        }
    }

    private func connected<Result: Sendable>(
        place: SourceLocation? = nil, _ body: @escaping @Sendable (Connections) async throws -> Result
    ) async throws -> Result {
        let runtime = Runtime.live(environment: ProcessInfo.processInfo.environment, logger: clouds.logger)
        do {
            return try await Interruption.heeding {
                try await NetworkTransport.withTransport(environment: runtime.environment) { network in
                    let authorities = try AWSProvider.certificateAuthorities(runtime: runtime, profile: clouds.awsProfile)
                    return try await body(Connections(genesys: network, aws: network.trusting(authorities), runtime: runtime))
                }
            }
        } catch let error as ServiceError where error.reason == .interrupted {
            Console.message("Nothing was changed.\n")
            throw ExitStatus.interrupted
        } catch let error as ServiceError {
            throw presentation.exit(with: error.diagnostic(place: place))
        } catch let error as UnusableSetting {
            throw presentation.exit(with: error.diagnostic)
        }
    }
}
