import Model

/// Event buses (EventBridge API reference: `CreateEventBus`, `DescribeEventBus`, `ListEventBuses`, `DeleteEventBus`).
enum BusOperations {
    private static let name = Field.string("Name", 1...256, .busName, required: true)

    static let all = [
        AWSOperation(
            .events, "CreateEventBus", .mutates,
            [name, .string("EventSourceName", 1...256, .sourceName), .string("Description", 0...512), .list("Tags", 0...50)],
            run: createEventBus),
        AWSOperation(.events, "DescribeEventBus", .reads, [.string("Name", 1...1_600)]) { state, call throws(AWSError) in
            let (name, bus) = try state.bus(call.string("Name"))
            return summary(name, bus)
        },
        AWSOperation(
            .events, "ListEventBuses", .reads, [.string("NamePrefix", 1...256, .busName), .nextToken, .limit],
            run: listEventBuses),
        AWSOperation(.events, "DeleteEventBus", .mutates, [name], run: deleteEventBus),
    ]

    /// A partner bus bears the name of its source and associates it, which makes the source ACTIVE.
    private static func createEventBus(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = call.required("Name")
        guard state.eventBuses[name] == nil else { throw .alreadyExists("Event bus \(name) already exists.") }
        if let source = call.string("EventSourceName") {
            guard name == source else {
                throw .validation("The name of a partner event bus must be that of its event source: \(source).")
            }
            try state.associate(source, now: call.now)
        } else if name.contains("/") {
            throw .validation("Event bus name \(name) is not valid: only a partner event bus has a slash in its name.")
        }
        state.eventBuses[name] = EventBus(
            eventSourceName: call.string("EventSourceName"), description: call.string("Description"), tags: call.tags("Tags"),
            rules: [:], createdAt: call.now)
        return .present(["EventBusArn": .string(ARN.bus(name)), "Description": .string(call.string("Description"))])
    }

    private static func listEventBuses(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let prefix = call.string("NamePrefix") ?? ""
        let buses = state.eventBuses.filter { $0.key.hasPrefix(prefix) && call.lists($0.value.createdAt) }
        let named = Dictionary(buses.map { ($0.key, summary($0.key, $0.value)) }, uniquingKeysWith: { first, _ in first })
        let page = try Page(named, limit: call.integer("Limit") ?? 100, token: call.string("NextToken"))
        return .present(["EventBuses": .list(page.items), "NextToken": .string(page.nextToken)])
    }

    /// Sends the source of a partner bus back to PENDING; deleting what doesn't exist succeeds.
    private static func deleteEventBus(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let name = call.required("Name")
        guard name != "default" else { throw .validation("Cannot delete event bus default.") }
        guard let bus = state.eventBuses[name] else { return .null }
        guard bus.rules.isEmpty else { throw .validation("Event bus \(name) can't be deleted since it has rules.") }
        state.eventBuses[name] = nil
        if let source = bus.eventSourceName { state.dissociate(source, now: call.now) }
        return .null
    }

    private static func summary(_ name: String, _ bus: EventBus) -> Value {
        .present([
            "Name": .string(name), "Arn": .string(ARN.bus(name)), "Description": .string(bus.description),
            "CreationTime": bus.createdAt.map { .timestamp($0) }, "LastModifiedTime": bus.createdAt.map { .timestamp($0) },
        ])
    }
}
