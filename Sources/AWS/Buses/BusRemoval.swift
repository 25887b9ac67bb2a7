internal import Model

/// Takes a bus away whose event source the partner has deleted, with this stack's rules on it, so that it can be made for the source that is offered next.
/// Whatever of it is done already is passed over.
struct BusRemoval {
    let account: Stack.AWS
    let transport: any AWSTransport
    let polling: Polling

    /// - Throws: `ServiceError`, before anything is deleted, where a rule on the bus is not this stack's.
    func makeWay(_ operation: Operation) async throws(ServiceError) {
        let name = operation.identity.name
        // Where the partner has brought the source back meanwhile, the bus is as it should be.
        guard try await EventSources(transport: transport, polling: polling).find(name)?.state == .deleted else { return }
        let listing = await BusListing.read(name, account, transport)
        if case .unreadable(let error) = listing { throw error }
        for rule in listing.rules { try await refuse(rule, unlessOf: operation.stack) }
        for rule in listing.rules { try await delete(rule, for: operation) }
        _ = try await transport.call(.deleteEventBus, ["Name": .string(name)])
    }

    private func refuse(_ rule: LiveRule, unlessOf stack: StackMark) async throws(ServiceError) {
        if rule.managedBy == nil,
            case .ours = OwnershipTag.ownership(of: try await Tags(transport: transport).read(rule.arn.description), for: stack)
        {
            return
        }
        throw ServiceError(
            .conflict, system: .aws, operation: AWSOperation.deleteEventBus.name,
            summary: "the rule \(rule.arn.name) on \(rule.arn.bus) is not this stack's, so the bus can't be made anew",
            fix: "have its owner delete it, then run again")
    }

    private func delete(_ rule: LiveRule, for operation: Operation) async throws(ServiceError) {
        let name: [String: Value] = ["Rule": .string(rule.arn.name), "EventBusName": .string(rule.arn.bus)]
        let targets = try await transport.list(.listTargetsByRule, name, LiveTarget.init).map {
            $0.object(of: rule.arn, ownership: .shared)
        }
        let removals = targets.map { target in
            Operation(
                .delete, address: Address(.target, rule.arn.name, part: target.id), identity: target.identity, attributes: [:],
                live: target,
                stack: operation.stack)
        }
        for answer in await TargetWriter(transport: transport, polling: polling).perform(removals).values { _ = try answer.get() }
        _ = try await transport.call(.deleteRule, ["Name": .string(rule.arn.name), "EventBusName": .string(rule.arn.bus)])
    }
}
