/// A moto server: a check on what we take AWS to be.
public struct Moto: Sendable {
    public var url: String

    /// Serves while `body` runs.
    ///
    /// - Parameter environment: moto's own variables, such as `INITIAL_NO_AUTH_ACTION_COUNT`.
    /// - Throws: where moto can't be started, and what `body` throws.
    public static func run<Result: Sendable>(
        environment: [String: String] = [:], _ body: @escaping @Sendable (Moto) async throws -> Result
    ) async throws -> Result {
        try await Emulator.moto.run(environment: environment) { try await body(Moto(url: $0)) }
    }
}
