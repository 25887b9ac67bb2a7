internal import Model

/// Whom a role lets assume it.
struct TrustPolicy: Hashable, Sendable {
    private let statements: [Value]

    /// - Parameter document: as GetRole answers it, percent-encoded JSON; the AWS CLI has read it already. `nil` where it is neither.
    init?(_ document: Value?) {
        let policy = document?.string.flatMap { $0.percentDecoded }.flatMap { try? Value(json: $0) } ?? document
        guard let statement = policy?["Statement"] else { return nil }
        statements = statement.list ?? [statement]
    }

    /// Whether EventBridge may, as far as a policy without its conditions tells.
    var trustsEventBridge: Bool {
        statements.contains { statement in
            let services = Self.texts(statement["Principal"]?["Service"]) + Self.texts(statement["Principal"])
            let actions = Self.texts(statement["Action"])
            return statement["Effect"] == "Allow" && services.contains { ["events.amazonaws.com", "*"].contains($0) }
                && actions.contains { ["sts:assumerole", "sts:*", "*"].contains($0.lowercased()) }
        }
    }

    private static func texts(_ value: Value?) -> [String] { value?.strings ?? value?.string.map { [$0] } ?? [] }
}
