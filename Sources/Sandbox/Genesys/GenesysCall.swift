import FoundationEssentials
import Model

/// The request of one operation, with what the operation takes from the world.
struct GenesysCall: Sendable {
    let parameters: [String: String]
    let query: FormFields
    let body: Value?
    let now: Date
    /// The partner event sources that AWS has associated with a bus.
    let associatedSources: Set<String>
    let configuration: SandboxConfiguration

    /// A parameter of the path; the operation's template has it.
    func parameter(_ name: String) -> String { parameters[name] ?? "" }

    func object() throws(GenesysError) -> [String: Value] {
        guard let members = body?.map else { throw .malformedBody }
        return members
    }

    /// `[{"id": …}]`, at most a hundred.
    func ids() throws(GenesysError) -> [String] {
        guard let items = body?.list else { throw .malformedBody }
        let ids = items.compactMap { $0["id"]?.string }
        guard ids.count == items.count, ids.count <= 100 else { throw .invalid("At most 100 objects with an id are taken at once") }
        return ids
    }

    /// `["…"]`
    func texts() throws(GenesysError) -> [String] {
        guard let texts = body?.strings else { throw .malformedBody }
        return texts
    }

    /// Whether what was made then is old enough to be in a list.
    func lists(_ createdAt: Date?) -> Bool {
        guard let createdAt else { return true }
        return createdAt.addingTimeInterval(configuration.listDelay) <= now
    }
}

extension GenesysError {
    fileprivate static let malformedBody = GenesysError.invalid(
        "The request could not be understood by the server due to malformed syntax.")
}

/// A success.
struct GenesysReply: Sendable {
    var status = 200
    var body: Value?

    static func ok(_ body: Value) -> GenesysReply { GenesysReply(body: body) }
    static let noContent = GenesysReply(status: 204)
}

extension Value {
    /// A date as the API writes it: `2025-12-12T15:04:25.431Z`.
    static func date(_ date: Date) -> Value {
        .string(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
    }
}
