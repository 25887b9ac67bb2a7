import Model

/// Both clouds in memory, as their adapters show them: enough to run any plan against, to fail on purpose, and to see what was asked for.
actor FakeCloud {
    private(set) var objects: [LiveIdentity: LiveObject]
    /// Every operation that was asked for, one a request's member, in order.
    private(set) var operations: [Operation] = []
    /// How many requests carried them.
    private(set) var requests = 0
    private(set) var observations = 0
    private var failures: [Address: ServiceError]
    private let settling: [Address: ServiceError]
    private let account: ServiceError?
    /// After how many mutating requests nothing is done any more.
    private var budget: Int
    /// The number of the last id that was given.
    private var created: Int

    init(
        _ objects: [LiveObject] = [], failures: [Address: ServiceError] = [:], settling: [Address: ServiceError] = [:],
        account: ServiceError? = nil, budget: Int = .max
    ) {
        self.objects = Dictionary(objects.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
        created = objects.compactMap { $0.id.hasPrefix("id-") ? Int($0.id.dropFirst(3)) : nil }.max() ?? 0
        self.failures = failures
        self.settling = settling
        self.account = account
        self.budget = budget
    }

    nonisolated var providers: [any Provider] { System.allCases.map { FakeProvider(system: $0, cloud: self) } }

    func recover() {
        failures = [:]
        budget = .max
        operations = []
        requests = 0
    }

    func change(_ identity: LiveIdentity, _ body: (inout LiveObject?) -> Void) { body(&objects[identity]) }

    /// Of rules and what hangs on them no more than what the focus is on.
    func observe(_ system: System, _ focus: Set<LiveIdentity>?) -> Observation {
        if system == .aws { observations += 1 }
        let seen = objects.values.filter { !$0.identity.kind.isOfRule || focus?.contains($0.identity) ?? true }
        return Observation(objects: seen.filter { $0.identity.kind.system == system })
    }

    func verify() throws(ServiceError) { if let account { throw account } }

    func settle(_ address: Address) throws(ServiceError) { if let error = settling[address] { throw error } }

    func perform(_ batch: [Operation]) -> [Address: Result<[String: Value], ServiceError>] {
        requests += 1
        operations += batch
        guard requests <= budget else {
            return batch.reduce(into: [:]) { $0[$1.address] = .failure(.unreachable) }
        }
        return batch.reduce(into: [:]) { answers, operation in
            answers[operation.address] =
                (failures[operation.address] ?? refusal(operation)).map { .failure($0) } ?? .success(make(operation))
        }
    }

    /// As the services refuse: a target needs its rule and a rule its bus; a rule can't go while it has targets, nor a bus while it has rules. A queue may
    /// go any time, and an integration; here they can't while something still needs them, so that an order that is wrong shows.
    private func refusal(_ operation: Operation) -> ServiceError? {
        let rules = objects.values.filter { $0.identity.kind == .rule }
        let (scope, name) = (operation.identity.scope, operation.identity.name)
        let isRefused =
            switch (operation.address.kind, operation.action) {
            case (.target, .create): !rules.contains { $0.id == scope }
            case (.rule, .create): scope != "default" && objects[LiveIdentity(.eventBus, name: scope)] == nil
            case (.rule, .delete): objects.keys.contains { $0.kind == .target && $0.scope == arn(of: operation.identity) }
            case (.eventBus, .delete): rules.contains { $0.identity.scope == name }
            case (.integration, .delete):
                operation.live.map { integration in rules.contains { .string($0.identity.scope) == integration.outputs["eventSource"] } }
                    ?? true
            case (.queue, .delete):
                operation.live.map { queue in rules.contains { $0.attributes["eventPattern"]?.json.contains("\"\(queue.id)\"") == true } }
                    ?? true
            default: false
            }
        return isRefused ? .unreachable : nil
    }

    private func make(_ operation: Operation) -> [String: Value] {
        if operation.action == .delete {
            objects[operation.identity] = nil
            return [:]
        }
        created += 1
        retire(operation)
        let former = objects[operation.identity]
        let id = former?.id ?? (operation.address.kind == .rule ? arn(of: operation.identity) : "id-\(created)")
        let kept = operation.address.kind.comparison == .declared ? former?.attributes ?? [:] : [:]
        let attributes = kept.merging(operation.attributes) { $1 }
        var outputs: [String: Value] = ["id": .string(id)]
        outputs["eventSource"] = attributes["eventSourceSuffix"]?.string.map { .string("bus-\($0)") }
        let object = LiveObject(
            identity: operation.identity, id: id, attributes: attributes, outputs: outputs,
            ownership: [.queue, .eventBus].contains(operation.address.kind) ? .shared : .ours(resource: operation.address.name))
        objects[operation.identity] = object
        return object.outputs
    }

    /// What gives way to another is known by its id from then on.
    private func retire(_ operation: Operation) {
        guard operation.action == .create, operation.address.kind == .integration, let former = operation.live,
            var retired = objects.removeValue(forKey: former.identity)
        else { return }
        retired.identity = .id(.integration, retired.id)
        retired.attributes["name"] = .string("\(operation.identity.name) (replaced)")
        objects[retired.identity] = retired
    }

    private func arn(of rule: LiveIdentity) -> String { "arn:rule/\(rule.scope)/\(rule.name)" }
}

extension ServiceError {
    static let unreachable = ServiceError(.unavailable, system: .aws, operation: "PutRule", summary: "the host can't be reached")
}

private struct FakeProvider: Provider {
    let system: System
    let cloud: FakeCloud

    func observe(_ desired: DesiredState, focus: Set<LiveIdentity>?, progress: @escaping ObservationSink) async -> Observation {
        await cloud.observe(system, focus)
    }

    func verifyIdentity(of stack: Stack) async throws(ServiceError) { try await cloud.verify() }

    func perform(_ operations: [Operation], progress: @escaping ProgressSink) async -> [Address: Result<[String: Value], ServiceError>] {
        await cloud.perform(operations)
    }

    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError) {
        try await cloud.settle(operation.address)
    }
}
