internal import Model

/// Makes buses for partner event sources.
struct BusWriter {
    let account: Stack.AWS
    let transport: any AWSTransport
    let polling: Polling

    func perform(_ operation: Operation, _ progress: @escaping ProgressSink) async throws(ServiceError) -> [String: Value] {
        let name = operation.identity.name
        switch operation.action {
        case .create:
            let arn = try await create(name, operation, progress)
            return ["arn": .string(arn), "name": .string(name)]
        case .update:
            throw ServiceError(
                .invalid, system: .aws, operation: "UpdateEventBus", summary: "a bus can't be moved to another event source",
                fix: "declare a new bus, and remove \(name) when no rule is left on it")
        case .delete:
            _ = try await transport.call(.deleteEventBus, ["Name": .string(name)])
            return [:]
        }
    }

    private func create(
        _ name: String, _ operation: Operation, _ progress: @escaping ProgressSink
    ) async throws(ServiceError) -> String {
        let source = operation.attributes["eventSourceName"]?.string
        let isRemade = operation.live != nil
        if isRemade { try await BusRemoval(account: account, transport: transport, polling: polling).makeWay(operation) }
        if let source {
            try await EventSources(transport: transport, polling: polling).wait(for: source, wasDeleted: isRemade, progress)
        }
        let input: [String: Value?] = [
            "Name": .string(name), "EventSourceName": source.map { .string($0) },
            "Tags": Tags.wire(OwnershipTag.tags(operation.stack, resource: operation.address.name)),
        ]
        do throws(ServiceError) {
            let answer = try await transport.call(.createEventBus, .map(input.compactMapValues { $0 }))
            return answer["EventBusArn"]?.string ?? LiveBus.arn(account, name)
        } catch {
            // A partner's bus bears its source's name: one of that name is the one that was to be made.
            guard error.code == "ResourceAlreadyExistsException", source == name else { throw error }
            return LiveBus.arn(account, name)
        }
    }
}
