internal import Model

/// Routing queues: found by exact name or by id, changed as a whole by GET, merge and PUT.
struct Queues: KindAdapter {
    /// Up to here each queue is asked for by its name. Beyond, listing them all takes fewer requests: five hundred come at once, and an
    /// organization may make three hundred requests a minute.
    private static let fewQueues = 10

    let client: GenesysClient

    private var reader: QueueReader { QueueReader(client: client) }

    func observe(_ resources: [DesiredResource], of stack: StackMark) async -> Observation {
        let named = resources.count { $0.identity.givenID == nil }
        let listed = named > Self.fewQueues ? await reader.list() : nil
        return await observe(each: resources) { resource throws(ServiceError) in
            let wire =
                if let id = resource.identity.givenID {
                    try await resource.byID { () async throws(ServiceError) in try await reader.given(id) }
                } else {
                    try await find(resource, in: listed)
                }
            guard let wire, let id = wire["id"]?.string else { return nil }
            var attributes = QueueShape.attributes(of: wire, division: resource.attributes["division"]?.string)
            for roster in QueueRoster.allCases where resource.attributes[roster.rawValue] != nil {
                attributes[roster.rawValue] = .list(try await client.read(roster, ofQueue: id).map { .string($0) })
            }
            return LiveObject(
                identity: resource.identity, id: id, attributes: attributes, outputs: ["id": .string(id)], ownership: .shared)
        }
    }

    private func find(
        _ resource: DesiredResource, in listed: Result<[Value], ServiceError>?
    ) async throws(ServiceError) -> [String: Value]? {
        guard let listed else { return try await resource.byName(reader.find) }
        let all = try listed.get()
        return try await resource.byName { name throws(ServiceError) in try reader.only(named: name, in: all) }
    }

    func perform(_ operation: Operation, progress: @escaping ProgressSink) async throws(ServiceError) -> [String: Value] {
        let writer = QueueWriter(client: client, patience: client.patience(progress), operation: operation)
        switch operation.action {
        case .create: return ["id": .string(try await writer.create())]
        case .update:
            let id = try operation.liveID()
            try await writer.update(id)
            return ["id": .string(id)]
        case .delete:
            try await writer.delete(try operation.liveID())
            return [:]
        }
    }

    /// A listing may lag behind by some seconds: what looks at it at once would see no queue.
    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError) {
        guard operation.action == .create else { return }
        try await client.patience(progress).wait(until: "the queue \(operation.identity.name) to be listed", atMost: .seconds(60)) {
            () async throws(ServiceError) in
            try await reader.find(operation.identity.name) != nil
        }
    }
}
