internal import Model

/// Makes, changes and deletes one routing queue.
struct QueueWriter: Sendable {
    let client: GenesysClient
    let patience: Patience
    let operation: Operation

    private var reader: QueueReader { QueueReader(client: client) }

    /// - Returns: the new queue's id.
    func create() async throws(ServiceError) -> String {
        var body = operation.attributes.filter { QueueRoster(rawValue: $0.key) == nil }
        let name = body["name"]?.string ?? operation.identity.name
        body["name"] = .string(name)
        if let division = body["division"]?.string { body["division"] = ["id": .string(try await client.divisionID(division))] }
        let wire = try await client.create(.createQueue, .map(body), patience: patience) { () async throws(ServiceError) -> Value? in
            try await reader.find(name).map { .map($0) }
        }
        guard let id = wire["id"]?.string else { throw .unexpected(.createQueue, "a queue without an id") }
        // A new queue may be unknown to the calls for its rosters for a moment.
        try await patience.insist(on: "the queue \(name) to take its members and codes", while: { $0.reason == .notFound }) {
            () async throws(ServiceError) in
            try await writeRosters(of: id)
        }
        return id
    }

    /// Reads the queue, merges what is declared, and writes it whole; nothing is written that is so already.
    func update(_ id: String) async throws(ServiceError) {
        var declared = operation.attributes.filter { QueueRoster(rawValue: $0.key) == nil }
        let division = declared.removeValue(forKey: "division")?.string
        let live = try await reader.read(id)
        if !QueueShape.isWritten(live, declared) {
            _ = try await client.send(.writeQueue, [id], body: .map(QueueShape.merged(live, with: declared)))
        }
        if let division, QueueShape.attributes(of: live, division: division)["division"] != .string(division) {
            _ = try await client.send(.moveQueueToDivision, [try await client.divisionID(division)], body: [.string(id)])
        }
        try await writeRosters(of: id)
    }

    func delete(_ id: String) async throws(ServiceError) {
        do throws(ServiceError) {
            try await client.delete(.deleteQueue, id, query: operation.isForced ? [("forceDelete", "true")] : [])
        } catch {
            var error = error
            if !operation.isForced, error.reason == .conflict || error.reason == .invalid {
                error.fix = "Remove what still belongs to the queue, or declare `forceDelete: true` to delete it all the same"
            }
            throw error
        }
        try await patience.wait(
            until: "the queue \(operation.identity.givenID ?? operation.identity.name) to be gone", atMost: .seconds(120)
        ) { () async throws(ServiceError) in
            try await !isSeen(id)
        }
    }

    private func isSeen(_ id: String) async throws(ServiceError) -> Bool {
        guard operation.identity.givenID != nil else { return try await reader.find(operation.identity.name)?["id"] == .string(id) }
        do throws(ServiceError) {
            _ = try await reader.read(id)
            return true
        } catch {
            guard error.reason == .notFound else { throw error }
            return false
        }
    }

    private func writeRosters(of id: String) async throws(ServiceError) {
        for roster in QueueRoster.allCases {
            guard let wanted = operation.attributes[roster.rawValue]?.strings else { continue }
            try await client.write(roster, ofQueue: id, wanted)
        }
    }
}
