internal import Model

/// What belongs to a queue but is read and changed by calls of its own, each as a set of ids. Supervisors change both all day, so neither is
/// looked at unless the manifest declares it.
enum QueueRoster: String, CaseIterable, Sendable {
    /// The users that were added one by one; who belongs through a group is not among them.
    case members
    case wrapupCodes

    /// The most ids that one call takes.
    fileprivate static let batch = 100

    fileprivate var listing: (endpoint: Endpoint, query: [(String, String)]) {
        switch self {
        case .members: (.listQueueMembers, [("memberBy", "user")])
        case .wrapupCodes: (.listQueueWrapUpCodes, [])
        }
    }
}

extension GenesysClient {
    /// The ids of a queue's roster, sorted.
    func read(_ roster: QueueRoster, ofQueue id: String) async throws(ServiceError) -> [String] {
        let listing = roster.listing
        return try await list(listing.endpoint, [id], query: listing.query).compactMap { $0["id"]?.string }.sorted()
    }

    /// Adds and removes what makes the roster as wanted.
    func write(_ roster: QueueRoster, ofQueue id: String, _ wanted: [String]) async throws(ServiceError) {
        let live = try await read(roster, ofQueue: id)
        let added = Set(wanted).subtracting(live).sorted()
        let removed = Set(live).subtracting(wanted).sorted()
        switch roster {
        case .members:
            try await send(.changeQueueMembers, id, added, query: [])
            try await send(.changeQueueMembers, id, removed, query: [("delete", "true")])
        case .wrapupCodes:
            try await send(.addQueueWrapUpCodes, id, added, query: [])
            for code in removed { try await delete(.removeQueueWrapUpCode, id, code) }
        }
    }

    private func send(_ endpoint: Endpoint, _ id: String, _ ids: [String], query: [(String, String)]) async throws(ServiceError) {
        for start in stride(from: 0, to: ids.count, by: QueueRoster.batch) {
            let batch = ids[start...].prefix(QueueRoster.batch)
            _ = try await send(endpoint, [id], query: query, body: .list(batch.map { ["id": .string($0)] }))
        }
    }
}
