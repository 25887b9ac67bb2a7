public import Cloud
public import Model

/// One organization of Genesys Cloud: its event integrations in either dialect, and routing queues. Stacks of one organization can share it.
///
/// Credentials come from the environment (`GENESYSCLOUD_OAUTHCLIENT_ID` and `_SECRET`, or `GENESYSCLOUD_ACCESS_TOKEN`), hosts from the stack's
/// region unless `GENESYSCLOUD_API_URL` and `GENESYSCLOUD_LOGIN_URL` say otherwise. Nothing is asked for before it is needed, so whatever is
/// missing or wrong shows as the error of the first call.
public struct GenesysProvider: Provider {
    public let system = System.genesys

    let client: GenesysClient
    private let integrations: any KindAdapter
    private let queues: Queues

    public init(_ organization: Stack.Genesys, transport: any HTTPTransport, runtime: Runtime) {
        client = GenesysClient(organization, transport: transport, runtime: runtime)
        queues = Queues(client: client)
        integrations =
            switch organization.api {
            case .public: PublicIntegrations(client: client)
            case .platform: PlatformIntegrations(client: client)
            }
    }

    /// Listings tell nearly all, so that a focus would save nothing.
    public func observe(_ desired: DesiredState, focus: Set<LiveIdentity>?, progress: @escaping ObservationSink) async -> Observation {
        async let seenIntegrations = observe(.integration, of: desired, progress)
        async let seenQueues = observe(.queue, of: desired, progress)
        return await seenIntegrations + seenQueues
    }

    public func verifyIdentity(of stack: Stack) async throws(ServiceError) {
        try await client.verifyOrganization(of: stack.genesys)
    }

    public func perform(
        _ operations: [Operation], progress: @escaping ProgressSink
    ) async -> [Address: Result<[String: Value], ServiceError>] {
        var outcome: [Address: Result<[String: Value], ServiceError>] = [:]
        for operation in operations {
            guard let adapter = adapter(operation.address.kind) else { continue }
            do throws(ServiceError) {
                outcome[operation.address] = .success(try await adapter.perform(operation, progress: progress))
            } catch {
                outcome[operation.address] = .failure(error)
            }
        }
        return outcome
    }

    public func settle(
        _ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink
    ) async throws(ServiceError) {
        try await adapter(operation.address.kind)?.settle(operation, outputs: outputs, progress: progress)
    }

    private func observe(_ kind: Kind, of desired: DesiredState, _ progress: @escaping ObservationSink) async -> Observation {
        let resources = desired.declared(kind)
        guard !resources.isEmpty, let adapter = adapter(kind) else { return Observation() }
        progress(.message("reading \(resources.count) \(kind.rawValue.lowercased())\(resources.count == 1 ? "" : "s") of Genesys Cloud"))
        return await adapter.observe(resources, of: desired.stack.mark, progress: progress)
    }

    private func adapter(_ kind: Kind) -> (any KindAdapter)? {
        switch kind {
        case .integration: integrations
        case .queue: queues
        case .eventBus, .rule, .permission, .target: nil
        }
    }
}
