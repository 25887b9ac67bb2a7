import FoundationEssentials
import Model

/// The account: runs one operation after another on its state, whole or not at all.
actor AWSCloud {
    private(set) var state: AWSState
    private let configuration: SandboxConfiguration
    private let file: StateFile
    private var revision = 0
    private var offer = 0
    private var offeredSources: Set<String> = []

    init(_ state: AWSState, configuration: SandboxConfiguration, file: StateFile) {
        self.state = state
        self.configuration = configuration
        self.file = file
    }

    func perform(_ operation: AWSOperation, _ input: [String: Value], requestID: String, host: String) async throws(AWSError) -> Value {
        guard !configuration.deniedOperations.contains(operation.title) else { throw .accessDenied(operation.service, operation.name) }
        try Field.check(operation.fields, input)
        let call = AWSCall(
            input: input, now: configuration.now(), requestID: requestID, host: host, configuration: configuration)
        var changed = state
        changed.expireSources(now: call.now)
        let result = try operation.run(&changed, call)
        if operation.effect == .mutates, !configuration.revivesEventSources { offer(offeredSources, &changed) }
        state = changed
        if operation.effect == .mutates { try await saveOrFail() }
        return result
    }

    func replace(_ state: AWSState) async throws {
        self.state = state
        try await save()
    }

    /// Makes the account's partner event sources of Genesys Cloud the ones that its enabled integrations have.
    ///
    /// - Parameter revision: counts Genesys Cloud's changes, since two of them may arrive here out of order.
    func offerSources(_ names: Set<String>, revision: Int) async throws {
        guard revision > offer else { return }
        offer = revision
        offeredSources = names
        offer(names, &state)
        try await save()
    }

    private func offer(_ names: Set<String>, _ state: inout AWSState) {
        state.offerSources(
            names, visibleAt: configuration.now().addingTimeInterval(configuration.sourceDelay),
            revivesDeleted: configuration.revivesEventSources)
    }

    /// The partner event sources that a bus is associated with.
    var associatedSources: Set<String> {
        Set(state.eventSources.filter { $0.value.state == .active }.keys)
    }

    private func save() async throws {
        revision += 1
        try await file.save(aws: state, revision: revision)
    }

    private func saveOrFail() async throws(AWSError) {
        do { try await save() } catch {
            throw AWSError(code: "InternalException", message: "The state could not be saved: \(error)", status: 500)
        }
    }
}
