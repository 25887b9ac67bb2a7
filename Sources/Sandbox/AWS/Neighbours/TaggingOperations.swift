import Model

/// The Resource Groups Tagging API (its API reference: `GetResources`), over all that the account can tag.
enum TaggingOperations {
    static let all = [
        AWSOperation(.tagging, "GetResources", .reads, [.integer("ResourcesPerPage", 1...100)], run: getResources)
    ]

    private struct Tagged {
        var type: String
        var arn: String
        var tags: [String: String]
    }

    private static func getResources(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let types = call.list("ResourceTypeFilters").compactMap(\.string)
        let filters = call.list("TagFilters")
        let found = resources(of: state, call).filter { resource in
            !resource.tags.isEmpty && (types.isEmpty || types.contains { covers($0, resource.type) })
                && filters.allSatisfy { matches($0, resource.tags) }
        }
        let byARN = Dictionary(found.map { ($0.arn, $0) }, uniquingKeysWith: { first, _ in first })
        let page = try Page(byARN, limit: call.integer("ResourcesPerPage") ?? 100, token: call.string("PaginationToken"))
        return [
            "ResourceTagMappingList": .list(page.items.map { ["ResourceARN": .string($0.arn), "Tags": .tags($0.tags)] }),
            // Always there, empty on the last page.
            "PaginationToken": .string(page.nextToken ?? ""),
        ]
    }

    private static func resources(of state: AWSState, _ call: AWSCall) -> [Tagged] {
        let buses = state.eventBuses.map { Tagged(type: "events:event-bus", arn: ARN.bus($0.key), tags: $0.value.tags) }
        let rules = state.eventBuses.flatMap { bus in
            bus.value.rules.filter { call.lists($0.value.createdAt) }.map {
                Tagged(type: "events:rule", arn: ARN.rule($0.key, bus: bus.key), tags: $0.value.tags)
            }
        }
        let functions = state.functions.map { Tagged(type: "lambda:function", arn: ARN.function($0.key), tags: $0.value.tags) }
        let queues = state.queues.map { Tagged(type: "sqs", arn: ARN.queue($0.key), tags: $0.value.tags) }
        return buses + rules + functions + queues
    }

    /// A filter names a service, or one of its types.
    private static func covers(_ filter: String, _ type: String) -> Bool {
        filter == type || type.hasPrefix(filter + ":")
    }

    /// A filter without values asks for the key alone.
    private static func matches(_ filter: Value, _ tags: [String: String]) -> Bool {
        guard let key = filter["Key"]?.string, let value = tags[key] else { return false }
        let values = filter["Values"]?.strings ?? []
        return values.isEmpty || values.contains(value)
    }
}
