internal import Model

/// Routing queues: found by exact name or by id, changed as a whole by GET, merge and PUT.
struct Queues: KindAdapter {
    let client: GenesysClient

    // MARK: Reading

    func observe(_ resources: [DesiredResource], of stack: StackMark) async -> Observation {
        await observe(each: resources) { resource throws(ServiceError) in
            let wire = if let id = resource.identity.givenID { try await readGiven(id) } else { try await find(resource.identity.name) }
            guard let wire, let id = wire["id"]?.string else { return nil }
            return LiveObject(
                identity: resource.identity, id: id, attributes: QueueShape.attributes(of: wire), outputs: ["id": .string(id)],
                ownership: .shared)
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
            do throws(ServiceError) {
                _ = try await client.send(.deleteQueue, operation.liveID())
            } catch {
                guard error.reason == .notFound else { throw error }
            }
            return [:]
        }
    }

    private func create(_ operation: Operation, _ patience: Patience) async throws(ServiceError) -> String {
        var body = operation.attributes
        let name = body["name"]?.string ?? operation.identity.name
        body["name"] = .string(name)
        if let division = body["division"] { body["division"] = ["id": .string(try await client.divisionID(division))] }
        let wire = try await client.create(.createQueue, .map(body), patience: patience) { () async throws(ServiceError) -> Value? in
            try await find(name).map { .map($0) }
        }
        guard let id = wire["id"]?.string else { throw .unexpected(.createQueue, "a queue without an id") }
        return id
    }

    private func update(_ id: String, _ attributes: [String: Value]) async throws(ServiceError) {
        var declared = attributes
        let division = declared.removeValue(forKey: "division")
        let live = try await read(id)
        let wanted = QueueShape.merged(live, with: declared)
        if QueueShape.attributes(of: wanted) != QueueShape.attributes(of: live) {
            // A queue's division is changed by another call, so PUT doesn't carry it.
            _ = try await client.send(.writeQueue, id, body: .map(wanted.filter { $0.key != "division" }))
        }
        if let division { try await move(id, live: live["division"], to: division) }
    }

    private func move(_ id: String, live: Value?, to declared: Value) async throws(ServiceError) {
        if let name = declared["name"], declared["id"] == nil, name == live?["name"] { return }
        let division = try await client.divisionID(declared)
        guard division != live?["id"]?.string else { return }
        _ = try await client.send(.moveQueueToDivision, division, body: [.string(id)])
    }

    // MARK: Waiting

    /// A listing may lag behind by some seconds: a plan made at once would see what was there before.
    func settle(_ operation: Operation, progress: @escaping ProgressSink) async throws(ServiceError) {
        let patience = client.patience(progress)
        let isListed = operation.action != .delete
        guard operation.action != .update, operation.identity.givenID == nil else { return }
        let what = "the queue \(operation.identity.name) to be \(isListed ? "listed" : "gone")"
        let seen: Bool? = try await patience.wait(for: what, atMost: .seconds(90)) { () async throws(ServiceError) -> Bool? in
            try await (find(operation.identity.name) != nil) == isListed ? true : nil
        }
        guard seen != nil else { throw patience.timeout(what) }
    }
}
