import Model

/// One operation of the API: a method and a path with parameters in braces.
struct GenesysOperation: Sendable {
    enum Effect: Sendable {
        case reads
        case mutates
    }

    /// What a caller needs beside a token.
    enum Requirement: Sendable {
        case permission(String)
        /// An OAuth scope, of the dialect `platform`.
        case scope(String)
    }

    /// As the reference names it, and the log: `PUT /api/v2/routing/queues/{queueId}`.
    let title: String
    let effect: Effect
    let requirement: Requirement
    let run: @Sendable (inout GenesysState, GenesysCall) throws(GenesysError) -> GenesysReply

    init(
        _ title: String, _ effect: Effect, _ requirement: Requirement,
        run: @escaping @Sendable (inout GenesysState, GenesysCall) throws(GenesysError) -> GenesysReply
    ) {
        self.title = title
        self.effect = effect
        self.requirement = requirement
        self.run = run
    }

    private var method: Substring { title.prefix { $0 != " " } }
    private var path: [Substring] { title.drop { $0 != " " }.dropFirst().split(separator: "/") }

    /// The parameters in a path; `nil` where the path is another's.
    func parameters(in segments: [String]) -> [String: String]? {
        let path = path
        guard path.count == segments.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, segment) in zip(path, segments) {
            if part.hasPrefix("{") {
                parameters[String(part.dropFirst().dropLast())] = segment
            } else if part != segment {
                return nil
            }
        }
        return parameters
    }
}

extension GenesysOperation {
    /// Every operation that the sandbox has. A path without parameters comes before one that a parameter would take it for.
    static let all =
        OrganizationOperations.all + TopicOperations.all + IntegrationOperations.all + IntegrationConfigOperations.all
        + PlatformIntegrationOperations.all + QueueOperations.all + QueueMemberOperations.all

    enum Match {
        case operation(GenesysOperation, parameters: [String: String])
        /// The path is known, with other methods.
        case otherMethods
        case none
    }

    static func match(_ method: String, _ segments: [String]) -> Match {
        var knowsPath = false
        for operation in all {
            guard let parameters = operation.parameters(in: segments) else { continue }
            if operation.method == method { return .operation(operation, parameters: parameters) }
            knowsPath = true
        }
        return knowsPath ? .otherMethods : .none
    }
}
