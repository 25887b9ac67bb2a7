import Model

/// The Resource Groups Tagging API (its API reference: `GetResources`), over all that the account can tag.
enum TaggingOperations {
    static let all = [
        AWSOperation(.tagging, "GetResources", .reads, [.integer("ResourcesPerPage", 1...100)], run: getResources)
    ]

    private static func getResources(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let page = try Page(tags(in: state, call), limit: call.integer("ResourcesPerPage") ?? 100, token: call.string("PaginationToken"))
        return [
            "ResourceTagMappingList": .list(page.items.map { ["ResourceARN": .string($0.arn), "Tags": .tags($0.tags)] }),
            // Always there, empty on the last page.
            "PaginationToken": .string(page.nextToken ?? ""),
        ]
    }

    /// What the call asks for, by ARN.
    private static func tags(in state: AWSState, _ call: AWSCall) -> [String: (arn: String, tags: [String: String])] {
        let query = TagQuery(call)
        var found: [String: (arn: String, tags: [String: String])] = [:]
        func find<Item>(_ type: String, among items: [String: Item], _ tags: (Item) -> [String: String], _ arn: (String) -> String) {
            guard query.covers(type) else { return }
            // An account may hold ten thousands: of those that aren't asked for no ARN is made.
            for (name, item) in items where query.takes(tags(item)) {
                let arn = arn(name)
                found[arn] = (arn, tags(item))
            }
        }
        find("events:event-bus", among: state.eventBuses, \.tags, ARN.bus)
        for (bus, content) in state.eventBuses {
            find("events:rule", among: content.rules, { call.lists($0.createdAt) ? $0.tags : [:] }, { ARN.rule($0, bus: bus) })
        }
        find("lambda:function", among: state.functions, \.tags, { ARN.function($0) })
        find("sqs", among: state.queues, \.tags, ARN.queue)
        return found
    }
}

/// Which resources a call asks for.
private struct TagQuery {
    /// Services, or types of theirs; none means all.
    private let types: [String]
    /// A filter without values asks for the key alone.
    private let filters: [(key: String, values: [String])]

    init(_ call: AWSCall) {
        types = call.list("ResourceTypeFilters").compactMap(\.string)
        filters = call.list("TagFilters").map { ($0["Key"]?.string ?? "", $0["Values"]?.strings ?? []) }
    }

    func covers(_ type: String) -> Bool { types.isEmpty || types.contains { $0 == type || type.hasPrefix($0 + ":") } }

    func takes(_ tags: [String: String]) -> Bool {
        !tags.isEmpty
            && filters.allSatisfy { filter in
                tags[filter.key].map { filter.values.isEmpty || filter.values.contains($0) } ?? false
            }
    }
}
