import AWS
import Cloud
import Foundation
import Logging
import Model

/// One run: both clouds, reached until it ends or is interrupted, the connections closed on every path.
struct Session {
    var presentation: PresentationOptions
    var clouds: CloudOptions

    /// Runs `body` with the adapters of one stack's clouds.
    ///
    /// - Parameter lock: held meanwhile, and released whatever comes of `body`.
    func withProviders<Result: Sendable>(
        of stack: Stack, holding lock: S3Location? = nil, _ body: @escaping @Sendable ([any Provider], Runtime) async throws -> Result
    ) async throws -> Result {
        try await withClouds(place: stack.place) { clouds in
            let providers = try clouds.providers(of: stack)
            guard let lock else { return try await body(providers, clouds.runtime) }
            return try await holding(clouds.lock(lock, region: stack.aws.region), for: stack.mark, now: clouds.runtime.now()) {
                try await body(providers, clouds.runtime)
            }
        }
    }

    /// Runs `body` with a lock.
    func withLock<Result: Sendable>(
        _ location: S3Location, _ body: @escaping @Sendable (RunLock) async throws -> Result
    ) async throws -> Result {
        try await connected { try await body($0.lock(location, region: nil)) }
    }

    /// Runs `body` with the clouds of however many stacks, and says how many requests it took.
    func withClouds<Result: Sendable>(
        place: SourceLocation? = nil, _ body: @escaping @Sendable (Clouds) async throws -> Result
    ) async throws -> Result {
        let isQuiet = clouds.quiet
        return try await connected(place: place) { clouds in
            defer { if !isQuiet { Console.message("Requests: \(clouds.requests).\n") } }
            return try await body(clouds)
        }
    }

    private func connected<Result: Sendable>(
        place: SourceLocation? = nil, _ body: @escaping @Sendable (Clouds) async throws -> Result
    ) async throws -> Result {
        let runtime = Runtime.live(environment: ProcessInfo.processInfo.environment, logger: clouds.logger)
        do {
            return try await Interruption.heeding {
                try await NetworkTransport.withTransport(environment: runtime.environment) { network in
                    let authorities = try AWSProvider.certificateAuthorities(runtime: runtime, profile: clouds.awsProfile)
                    return try await body(
                        Clouds(genesys: network, aws: network.trusting(authorities), runtime: runtime, options: clouds))
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
