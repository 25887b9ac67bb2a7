internal import Model

/// Frees the name of an integration that gives way to a new one. Until that is in effect the former stays enabled, under another name; its mark tells
/// the next run what it is, wherever this one is cut short.
struct Retirement: Sendable {
    let reader: IntegrationReader
    let patience: Patience
    /// Creates the new one; its `live` is the former.
    let operation: Operation

    static func name(of name: String) -> String { "\(name) (replaced)" }

    /// - Returns: the configuration that the former has; `nil` where there is none, or where it is gone already.
    func retire() async throws(ServiceError) -> IntegrationConfiguration? {
        guard let former = operation.live?.id else { return nil }
        do throws(ServiceError) {
            return try await patience.insist(on: "the former integration to be renamed", while: \.isVersionConflict) {
                () async throws(ServiceError) -> IntegrationConfiguration in
                let live = try await reader.readConfiguration(former)
                let renamed = live.renamed(to: Self.name(of: operation.identity.name))
                if renamed.body != live.body {
                    _ = try await reader.client.send(.writeIntegrationConfiguration, [former], body: renamed.body)
                }
                return live
            }
        } catch {
            guard error.reason == .notFound else { throw error }
            return nil
        }
    }
}
