import FoundationEssentials
import Model

/// The organization: its tokens, and one operation after another on its state, whole or not at all.
actor GenesysCloud {
    private(set) var state: GenesysState
    private var tokens = TokenStore()
    private let configuration: SandboxConfiguration
    private let file: StateFile
    private let aws: AWSCloud
    private var revision = 0
    /// What reads may still see, the oldest first.
    private var former: [(state: GenesysState, replaced: Date)] = []

    init(_ state: GenesysState, configuration: SandboxConfiguration, file: StateFile, aws: AWSCloud) {
        self.state = state
        self.configuration = configuration
        self.file = file
        self.aws = aws
    }

    func issueToken(_ request: TokenRequest) throws(OAuthError) -> Value {
        try tokens.issue(request, configuration: configuration)
    }

    /// Counts the request and says what is left of its minute.
    func admit(_ authorization: String?) throws(GenesysError) -> Admission {
        try tokens.admit(authorization, configuration: configuration)
    }

    func perform(
        _ operation: GenesysOperation, parameters: [String: String], query: FormFields, body: Value?, scopes: Set<String>
    ) async throws(GenesysError) -> GenesysReply {
        try check(operation, scopes: scopes)
        let associated = await aws.associatedSources
        let call = GenesysCall(
            parameters: parameters, query: query, body: body, now: configuration.now(), associatedSources: associated,
            configuration: configuration)
        guard operation.effect == .mutates else {
            var seen = readable(call.now)
            return try operation.run(&seen, call)
        }
        var changed = state
        let reply = try operation.run(&changed, call)
        if configuration.genesys.readDelay > 0 { former.append((state, call.now)) }
        state = changed
        do { try await publish() } catch {
            throw GenesysError(status: 500, code: "internal.server.error", message: "The state could not be saved: \(error)")
        }
        return reply
    }

    /// The state that reads see: with a delay, what it was then.
    private func readable(_ now: Date) -> GenesysState {
        former.removeAll { $0.replaced.addingTimeInterval(configuration.genesys.readDelay) <= now }
        return former.first?.state ?? state
    }

    func replace(_ state: GenesysState) async throws {
        self.state = state
        try await publish()
    }

    /// Saves the state and offers AWS the partner event sources that it has now.
    private func publish() async throws {
        revision += 1
        try await file.save(genesys: state, revision: revision)
        try await aws.offerSources(state.eventSources, revision: revision)
    }

    private func check(_ operation: GenesysOperation, scopes: Set<String>) throws(GenesysError) {
        switch operation.requirement {
        case .permission(let permission):
            if configuration.deniedOperations.contains(operation.title) { throw .missingPermission(permission) }
        case .scope(let scope):
            guard scopes.contains(scope), !configuration.deniedOperations.contains(operation.title) else { throw .missingScope(scope) }
        }
    }
}
