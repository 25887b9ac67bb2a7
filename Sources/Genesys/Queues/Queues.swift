internal import Model

/// Routing queues: found by exact name or by id, changed as a whole by GET, merge and PUT.
struct Queues: KindAdapter {
    let client: GenesysClient

    // MARK: Reading

    func observe(_ resources: [DesiredResource], of stack: StackMark) async -> Observation {
        await observe(each: resources) { resource throws(ServiceError) in
            let wire = if let id = resource.identity.givenID { try await readGiven(id) } else { try await resource.byName(find) }
            guard let wire, let id = wire["id"]?.string else { return nil }
            let attributes = QueueShape.attributes(of: wire, division: resource.attributes["division"]?.string)
            return LiveObject(
                identity: resource.identity, id: id, attributes: attributes, outputs: ["id": .string(id)], ownership: .shared)
        }
    }

    private func readGiven(_ id: String) async throws(ServiceError) -> [String: Value]? {
        do throws(ServiceError) {
            return try await read(id)
        } catch {
            throw error.reason == .notFound ? error.missing("queue", id) : error
        }
    }

    private func read(_ id: String) async throws(ServiceError) -> [String: Value] {
        let wire = try await client.send(.readQueue, id)
        guard let members = wire.map, members["id"]?.string?.isEmpty == false else {
            throw .unexpected(.readQueue, "a queue without an id")
        }
        return members
    }

    /// The queue of exactly this name. One listing doesn't show every queue: those with a peer are in another (CX as Code reads both), and a
    /// filter takes `*` for a wildcard, so what comes back is compared here.
    private func find(_ name: String) async throws(ServiceError) -> [String: Value]? {
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

    // MARK: Changing

    func perform(_ operation: Operation, progress: @escaping ProgressSink) async throws(ServiceError) -> [String: Value] {
        switch operation.action {
        case .create:
            return ["id": .string(try await create(operation, client.patience(progress)))]
        case .update:
            let id = try operation.liveID()
            try await update(id, operation.attributes)
            return ["id": .string(id)]
        case .delete:
            try await delete(operation, client.patience(progress))
            return [:]
        }
    }

    private func create(_ operation: Operation, _ patience: Patience) async throws(ServiceError) -> String {
        var body = operation.attributes
        let name = body["name"]?.string ?? operation.identity.name
        body["name"] = .string(name)
        if let division = body["division"]?.string { body["division"] = ["id": .string(try await client.divisionID(division))] }
        let wire = try await client.create(.createQueue, .map(body), patience: patience) { () async throws(ServiceError) -> Value? in
            try await find(name).map { .map($0) }
        }
        guard let id = wire["id"]?.string else { throw .unexpected(.createQueue, "a queue without an id") }
        return id
    }

    private func update(_ id: String, _ attributes: [String: Value]) async throws(ServiceError) {
        var declared = attributes
        let division = declared.removeValue(forKey: "division")?.string
        let live = try await read(id)
        let wanted = QueueShape.merged(live, with: declared)
        if QueueShape.attributes(of: wanted) != QueueShape.attributes(of: QueueShape.merged(live, with: [:])) {
            _ = try await client.send(.writeQueue, id, body: .map(wanted))
        }
        guard let division, QueueShape.attributes(of: live, division: division)["division"] != .string(division) else { return }
        _ = try await client.send(.moveQueueToDivision, try await client.divisionID(division), body: [.string(id)])
    }

    private func delete(_ operation: Operation, _ patience: Patience) async throws(ServiceError) {
        let id = try operation.liveID()
        try await client.delete(.deleteQueue, id)
        guard operation.identity.givenID == nil else { return }
        try await patience.wait(until: "the queue \(operation.identity.name) to be gone", atMost: .seconds(120)) {
            () async throws(ServiceError) in
            try await find(operation.identity.name)?["id"] != .string(id)
        }
    }

    // MARK: Waiting

    /// A listing may lag behind by some seconds: what looks at it at once would see no queue.
    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError) {
        guard operation.action == .create else { return }
        try await client.patience(progress).wait(until: "the queue \(operation.identity.name) to be listed", atMost: .seconds(60)) {
            () async throws(ServiceError) in
            try await find(operation.identity.name) != nil
        }
    }
}
