internal import Model

/// Finds routing queues.
struct QueueReader: Sendable {
    let client: GenesysClient

    /// The queue with an id that the manifest gives.
    func given(_ id: String) async throws(ServiceError) -> [String: Value] {
        do throws(ServiceError) {
            return try await read(id)
        } catch {
            throw error.reason == .notFound ? error.missing("queue", id) : error
        }
    }

    func read(_ id: String) async throws(ServiceError) -> [String: Value] {
        let wire = try await client.send(.readQueue, [id])
        guard let members = wire.map, members["id"]?.string?.isEmpty == false else {
            throw .unexpected(.readQueue, "a queue without an id")
        }
        return members
    }

    /// The queue of exactly this name. One listing doesn't show every queue: those with a peer are in another (CX as Code reads both), and a
    /// filter takes `*` for a wildcard, so what comes back is compared here.
    ///
    /// - Throws: `ServiceError` where several have the name.
    func find(_ name: String) async throws(ServiceError) -> [String: Value]? {
        try only(named: name, in: await list([("name", name)]).get())
    }

    /// Every queue of the organization.
    func list(_ progress: @escaping ObservationSink) async -> Result<[Value], ServiceError> {
        await list([], pageSize: 500, progress)
    }

    /// - Throws: `ServiceError` where several have the name.
    func only(named name: String, in listed: [Value]) throws(ServiceError) -> [String: Value]? {
        let named = listed.filter { $0["name"]?.string == name }.compactMap(\.map)
        let queues = Dictionary(named.map { ($0["id"]?.string ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        if queues.count > 1 { throw .ambiguous("queues", named: name, ids: Array(queues.keys), .listQueues) }
        guard queues[""] == nil else { throw .unexpected(.listQueues, "a queue without an id") }
        return queues.values.first
    }

    private func list(
        _ filter: [(String, String)], pageSize: Int = 100, _ progress: @escaping ObservationSink = { _ in }
    ) async -> Result<[Value], ServiceError> {
        async let withoutPeer = list(filter, hasPeer: false, pageSize: pageSize, progress)
        async let withPeer = list(filter, hasPeer: true, pageSize: pageSize, progress)
        let (first, second) = await (withoutPeer, withPeer)
        return first.flatMap { some in second.map { some + $0 } }
    }

    private func list(
        _ filter: [(String, String)], hasPeer: Bool, pageSize: Int, _ progress: @escaping ObservationSink
    ) async -> Result<[Value], ServiceError> {
        do throws(ServiceError) {
            return .success(
                try await client.list(.listQueues, query: filter + [("hasPeer", "\(hasPeer)")], pageSize: pageSize, progress: progress))
        } catch {
            return .failure(error)
        }
    }
}
