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
    func withProviders<Result: Sendable>(
        of stack: Stack, _ body: @escaping @Sendable ([any Provider], Runtime) async throws -> Result
    ) async throws -> Result {
        try await Interruption.heeding { try await connected(to: stack, body) }
    }

    private func connected<Result: Sendable>(
        to stack: Stack, _ body: ([any Provider], Runtime) async throws -> Result
    ) async throws -> Result {
        let runtime = Runtime.live(environment: ProcessInfo.processInfo.environment, logger: clouds.logger)
        return try await NetworkTransport.withTransport { network in
            let transport = GracefulTransport(network)
            let aws: AWSProvider
            do throws(ServiceError) {
                aws = try AWSProvider.rest(stack, http: transport, runtime: runtime, profile: clouds.awsProfile)
            } catch {
                throw presentation.exit(with: error.diagnostic(place: stack.place))
            }
            return try await body([GenesysProvider(stack: stack, transport: transport, runtime: runtime), aws], runtime)
        }
    }
}
