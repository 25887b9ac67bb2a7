import Model

/// A queue's members and wrap-up codes: they aren't part of the queue and have calls of their own.
enum QueueMemberOperations {
    private static let queue = "/api/v2/routing/queues/{queueId}"

    static let all = [
        GenesysOperation("GET \(queue)/members", .reads, .permission("routing:queue:view")) { state, call throws(GenesysError) in
            let (id, queue) = try state.queue(call)
            let path = "/api/v2/routing/queues/\(id)/members"
            return try Listing.page(
                queue.members.map { ["id": .string($0), "joined": true, "memberBy": "user", "selfUri": .string("\(path)/\($0)")] },
                path: path, call: call, largestPage: 100, isCounted: false)
        },
        GenesysOperation("POST \(queue)/members", .mutates, .permission("routing:queueMember:manage")) { state, call throws(GenesysError) in
            var (id, queue) = try state.queue(call)
            let users = try call.ids()
            queue.members.removeAll { users.contains($0) }
            if call.query.bool("delete") != true { queue.members += users }
            state.queues[id] = queue
            return .noContent
        },
        GenesysOperation("GET \(queue)/wrapupcodes", .reads, .permission("routing:queue:view")) { state, call throws(GenesysError) in
            let (id, queue) = try state.queue(call)
            return try Listing.page(
                queue.wrapupCodes.map { ["id": .string($0), "selfUri": .string("/api/v2/routing/wrapupcodes/\($0)")] },
                path: "/api/v2/routing/queues/\(id)/wrapupcodes", call: call, largestPage: 100)
        },
        GenesysOperation("POST \(queue)/wrapupcodes", .mutates, .permission("routing:queue:edit")) { state, call throws(GenesysError) in
            var (id, queue) = try state.queue(call)
            let codes = try call.ids()
            queue.wrapupCodes += codes.filter { !queue.wrapupCodes.contains($0) }
            state.queues[id] = queue
            return .ok(.list(codes.map { ["id": .string($0)] }))
        },
        GenesysOperation("DELETE \(queue)/wrapupcodes/{codeId}", .mutates, .permission("routing:queue:edit")) {
            state, call throws(GenesysError) in
            var (id, queue) = try state.queue(call)
            let code = call.parameter("codeId")
            guard queue.wrapupCodes.contains(code) else { throw .notFound("wrap-up code", code) }
            queue.wrapupCodes.removeAll { $0 == code }
            state.queues[id] = queue
            return .noContent
        },
    ]
}
