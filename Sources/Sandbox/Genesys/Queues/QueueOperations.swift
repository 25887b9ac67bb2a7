import Model

/// Routing queues (Genesys Cloud API: Routing). There is no PATCH: a PUT replaces the whole queue.
enum QueueOperations {
    static let all = [
        GenesysOperation("GET /api/v2/routing/queues", .reads, .permission("routing:queue:view"), run: list),
        GenesysOperation("POST /api/v2/routing/queues", .mutates, .permission("routing:queue:add"), run: create),
        GenesysOperation("GET /api/v2/routing/queues/{queueId}", .reads, .permission("routing:queue:view")) {
            state, call throws(GenesysError) in
            let (id, queue) = try state.queue(call)
            return .ok(queue.view(id, in: state))
        },
        GenesysOperation("PUT /api/v2/routing/queues/{queueId}", .mutates, .permission("routing:queue:edit"), run: replace),
        GenesysOperation("DELETE /api/v2/routing/queues/{queueId}", .mutates, .permission("routing:queue:delete"), run: delete),
    ]

    private static func list(_ state: inout GenesysState, _ call: GenesysCall) throws(GenesysError) -> GenesysReply {
        let name = call.query["name"]
        let ids = call.query.list("id")
        let divisions = call.query.list("divisionId")
        let hasPeer = call.query.bool("hasPeer")
        let found = state.queues.filter { id, queue in
            (name.map { NameFilter.matches($0, queue.name) } ?? true) && (ids.isEmpty || ids.contains(id))
                && (divisions.isEmpty || divisions.contains(queue.divisionID))
                && (hasPeer.map { $0 == (queue.fields["peerId"] != nil) } ?? true) && call.lists(queue.dateCreated)
        }
        let state = state
        let views = found.sorted { ($0.value.name, $0.key) < ($1.value.name, $1.key) }.map { $0.value.view($0.key, in: state) }
        return try Listing.page(views, path: "/api/v2/routing/queues", call: call, largestPage: 500)
    }

    private static func create(_ state: inout GenesysState, _ call: GenesysCall) throws(GenesysError) -> GenesysReply {
        let body = try call.object()
        try QueueCheck.check(body)
        try checkName(body, state, except: nil)
        let division = body["division"]?["id"]?.string ?? SandboxIdentity.homeDivisionID
        guard state.divisions[division] != nil else { throw .notFound("division", division) }
        let id = call.configuration.makeID()
        let queue = RoutingQueue(
            fields: Document(QueueDefaults.filled(body)), divisionID: division, dateCreated: call.now, dateModified: call.now,
            members: [], wrapupCodes: [])
        state.queues[id] = queue
        return .ok(queue.view(id, in: state))
    }

    /// A field that the body leaves out goes back to the server's default, or is gone. The division is another call's.
    private static func replace(_ state: inout GenesysState, _ call: GenesysCall) throws(GenesysError) -> GenesysReply {
        var (id, queue) = try state.queue(call)
        let body = try call.object()
        try QueueCheck.check(body)
        try checkName(body, state, except: id)
        queue.fields = Document(QueueDefaults.filled(body))
        queue.dateModified = call.now
        state.queues[id] = queue
        return .ok(queue.view(id, in: state))
    }

    /// A queue with members goes only by force.
    private static func delete(_ state: inout GenesysState, _ call: GenesysCall) throws(GenesysError) -> GenesysReply {
        let (id, queue) = try state.queue(call)
        guard queue.members.isEmpty || call.query.bool("forceDelete") == true else {
            throw .conflict("The queue \(id) has members and can't be deleted")
        }
        state.queues[id] = nil
        return .noContent
    }

    private static func checkName(_ body: [String: Value], _ state: GenesysState, except id: String?) throws(GenesysError) {
        let name = body["name"]?.string ?? ""
        guard !state.queues.contains(where: { $0.key != id && $0.value.name.lowercased() == name.lowercased() }) else {
            throw .conflict("A queue with the name \(name) exists already")
        }
    }
}

extension GenesysState {
    func queue(_ call: GenesysCall) throws(GenesysError) -> (id: String, queue: RoutingQueue) {
        let id = call.parameter("queueId")
        guard let queue = queues[id] else { throw .notFound("queue", id) }
        return (id, queue)
    }
}

extension RoutingQueue {
    fileprivate func view(_ id: String, in state: GenesysState) -> Value {
        let division: Value = .present([
            "id": .string(divisionID), "name": .string(state.divisions[divisionID]?.name),
            "selfUri": .string("/api/v2/authorization/divisions/\(divisionID)"),
        ])
        let own: [String: Value] = [
            "id": .string(id), "division": division, "dateCreated": .date(dateCreated), "dateModified": .date(dateModified),
            "createdBy": .string(SandboxIdentity.clientID), "modifiedBy": .string(SandboxIdentity.clientID),
            "memberCount": .integer(members.count), "userMemberCount": .integer(members.count), "joinedMemberCount": 0,
            "selfUri": .string("/api/v2/routing/queues/\(id)"),
        ]
        return .map((fields.value.map ?? [:]).merging(own) { $1 })
    }
}
