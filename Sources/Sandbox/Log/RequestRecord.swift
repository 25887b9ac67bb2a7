public import Model

/// One request that the sandbox answered. Holds no header and no body, so no secret.
public struct RequestRecord: Hashable, Sendable {
    /// From 1, in the order of the answers.
    public var sequence: Int
    public var system: System
    /// As the service's reference names it: `events.PutRule`, `PUT /api/v2/routing/queues/{queueId}`.
    public var operation: String
    /// Whether the operation changes anything when it succeeds; taking a token doesn't.
    public var isMutating: Bool
    public var status: Int
    /// What the request is about: a name, an ARN or an id.
    public var resource: String?

    /// The record as the log's line has it.
    public var value: Value {
        var members: [String: Value] = [
            "sequence": .number(Number(sequence)), "system": .string(system.rawValue), "operation": .string(operation),
            "mutating": .bool(isMutating), "status": .number(Number(status)),
        ]
        members["resource"] = resource.map { .string($0) }
        return .map(members)
    }
}
