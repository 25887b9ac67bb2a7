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
        do {
            return try await NetworkTransport.withTransport(environment: runtime.environment) { network in
                let transport = GracefulTransport(network)
                let authorities = try AWSProvider.certificateAuthorities(runtime: runtime, profile: clouds.awsProfile)
                let aws = try AWSProvider.rest(
                    stack, http: GracefulTransport(network.trusting(authorities)), runtime: runtime, profile: clouds.awsProfile)
                return try await body([GenesysProvider(stack: stack, transport: transport, runtime: runtime), aws], runtime)
            }
        } catch let error as ServiceError {
            throw presentation.exit(with: error.diagnostic(place: stack.place))
        } catch let error as UnusableSetting {
            throw presentation.exit(with: error.diagnostic)
        }
    }
}
