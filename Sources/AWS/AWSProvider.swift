public import Cloud
public import Model

/// EventBridge's buses, rules and targets in one account and region, and the statements in the policies of others that the targets need. Stacks of one
/// place can share it.
public struct AWSProvider: Provider {
    public let system = System.aws
    private let account: Stack.AWS
    let transport: any AWSTransport
    private let polling: Polling
    private let environment: [String: String]
    private let journal = PolicyJournal()

    /// Enough that latency is no limit: AWS's allowances are, to which the pace settles.
    private static let concurrency = 64

    public init(_ account: Stack.AWS, transport: any AWSTransport, runtime: Runtime) {
        self.account = account
        self.transport = transport
        polling = Polling(runtime)
        environment = runtime.environment
    }

    /// Over HTTP, with endpoints and credentials as the AWS CLI finds them.
    ///
    /// - Parameter profile: the profile of the AWS CLI to use in the place of what the environment says.
    /// - Throws: `ServiceError` where a setting can't be understood.
    public static func rest(
        _ account: Stack.AWS, http: any HTTPTransport, runtime: Runtime, machine: LocalMachine = .live, profile: String? = nil
    ) throws(ServiceError) -> AWSProvider {
        let connection = try Connection(region: account.region, runtime: runtime, machine: machine, profile: profile)
        let client = CloudClient("AWS", transport: http, runtime: runtime, concurrency: Self.concurrency)
        let transport = RESTTransport(client, endpoints: connection.endpoints, credentials: connection.credentials(http))
        return AWSProvider(account, transport: transport, runtime: runtime)
    }

    /// Through the user's own `aws` program, with credentials as that finds them.
    ///
    /// - Parameter profile: the profile of the AWS CLI to use in the place of what the environment says.
    /// - Throws: `ServiceError` where a setting can't be understood.
    public static func cli(
        _ account: Stack.AWS, runtime: Runtime, machine: LocalMachine = .live, profile: String? = nil
    ) throws(ServiceError) -> (provider: AWSProvider, transport: CLITransport) {
        let transport = try Connection(region: account.region, runtime: runtime, machine: machine, profile: profile).program()
        return (AWSProvider(account, transport: transport, runtime: runtime), transport)
    }

    public func observe(_ desired: DesiredState, focus: Set<LiveIdentity>?, progress: @escaping ObservationSink) async -> Observation {
        await Observer(desired: desired, focus: focus, transport: transport, polling: polling, progress: progress).observe()
    }

    public func verifyIdentity(of stack: Stack) async throws(ServiceError) {
        try await Identity(transport: transport, environment: environment).verify(stack.aws)
    }

    public func perform(
        _ operations: [Operation], progress: @escaping ProgressSink
    ) async -> [Address: Result<[String: Value], ServiceError>] {
        let kinds = Dictionary(grouping: operations, by: \.address.kind)
        var outcome = await TargetWriter(transport: transport, polling: polling).perform(kinds[.target] ?? [])
        outcome.merge(await PermissionWriter(transport: transport, journal: journal).perform(kinds[.permission] ?? [])) { $1 }
        for operation in operations where ![.target, .permission].contains(operation.address.kind) {
            outcome[operation.address] = await result { () throws(ServiceError) in try await perform(operation, progress) }
        }
        return outcome
    }

    public func settle(
        _ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink
    ) async throws(ServiceError) {
        guard operation.address.kind == .eventBus, operation.action != .delete,
            let source = operation.attributes["eventSourceName"]?.string
        else { return }
        try await EventSources(transport: transport, polling: polling).wait(for: source, toBe: .active, progress)
    }

    private func perform(_ operation: Operation, _ progress: @escaping ProgressSink) async throws(ServiceError) -> [String: Value] {
        switch operation.address.kind {
        case .eventBus:
            try await BusWriter(account: account, transport: transport, polling: polling).perform(operation, progress)
        case .rule:
            try await RuleWriter(account: account, transport: transport).perform(operation)
        case .permission, .target, .integration, .queue:
            throw ServiceError(
                .invalid, system: .aws, operation: operation.action.rawValue, summary: "\(operation.address) is no resource of AWS alone")
        }
    }
}
