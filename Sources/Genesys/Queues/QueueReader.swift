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
        async let withoutPeer = list(name, hasPeer: false)
        async let withPeer = list(name, hasPeer: true)
        let listed = try await withoutPeer.get() + withPeer.get()
        let named = listed.filter { $0["name"]?.string == name }.compactMap(\.map)
        let queues = Dictionary(named.map { ($0["id"]?.string ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        if queues.count > 1 { throw .ambiguous("queues", named: name, ids: Array(queues.keys), .listQueues) }
        guard queues[""] == nil else { throw .unexpected(.listQueues, "a queue without an id") }
        return queues.values.first
    }

    private func list(_ name: String, hasPeer: Bool) async -> Result<[Value], ServiceError> {
        do throws(ServiceError) {
            return .success(try await client.list(.listQueues, query: [("name", name), ("hasPeer", "\(hasPeer)")]))
        } catch {
            return .failure(error)
        }
    }
}
