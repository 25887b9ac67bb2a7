internal import Model

/// Routing queues: found by exact name or by id, changed as a whole by GET, merge and PUT.
struct Queues: KindAdapter {
    /// Up to here each queue is asked for by its name. Beyond, listing them all takes fewer requests: five hundred come at once, and an
    /// organization may make three hundred requests a minute.
    private static let fewQueues = 10

    let client: GenesysClient

    private var reader: QueueReader { QueueReader(client: client) }

    func observe(_ resources: [DesiredResource], of stack: StackMark, progress: @escaping ObservationSink) async -> Observation {
        let named = resources.count { $0.identity.givenID == nil }
        let listed =
            named > Self.fewQueues ? await reader.list(progress).map { Dictionary(grouping: $0) { $0["name"]?.string ?? "" } } : nil
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
        _ resource: DesiredResource, in listed: Result<[String: [Value]], ServiceError>?
    ) async throws(ServiceError) -> [String: Value]? {
        guard let listed else { return try await resource.byName(reader.find) }
        let all = try listed.get()
        return try await resource.byName { name throws(ServiceError) in try reader.only(named: name, in: all[name] ?? []) }
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

    /// Listings and reads may lag behind by some seconds: what looks at them at once would see no queue, or the former one.
    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError) {
        let patience = client.patience(progress)
        try await patience.wait(forReadsOf: "the queue \(operation.identity.name)", isNew: operation.action == .create) {
            () async throws(ServiceError) in
            try await seen(operation)
        } isWritten: { queue, rosters in
            let division = operation.attributes["division"]
            let live = QueueShape.attributes(of: queue, division: division?.string)["division"]
            return QueueShape.isWritten(queue, operation.attributes) && (division == nil || division == live)
                && rosters.allSatisfy { Set($1) == Set(operation.attributes[$0.rawValue]?.strings ?? []) }
        }
    }

    private typealias Seen = (queue: [String: Value], rosters: [QueueRoster: [String]])

    /// As an observation would see it.
    private func seen(_ operation: Operation) async throws(ServiceError) -> Seen? {
        let found =
            if let id = operation.identity.givenID { try await reader.read(id) } else { try await reader.find(operation.identity.name) }
        guard let found, let id = found["id"]?.string else { return nil }
        var rosters: [QueueRoster: [String]] = [:]
        for roster in QueueRoster.allCases where operation.attributes[roster.rawValue] != nil {
            rosters[roster] = try await client.read(roster, ofQueue: id)
        }
        return (found, rosters)
    }
}
