internal import Cloud
internal import Model
internal import Synchronization

/// Lets one change at a time be made to a policy, and remembers what this run has made of one that is written whole: a read may lag behind a write for some
/// seconds, and what is built on it would take the former change back.
final class PolicyJournal: Sendable {
    private struct State {
        var turns: [String: ConcurrencyLimit] = [:]
        /// By policy and Sid; `nil` for a statement that was taken out.
        var changes: [String: [String: Value?]] = [:]
    }

    private let state = Mutex(State())

    /// Reads a policy, changes statements by their Sids, and writes it where that makes a difference.
    ///
    /// - Parameter fitted: takes out of a policy that is too large what may leave it.
    func change(
        _ policy: some WholePolicy, _ changes: [String: Value?], fitted: @Sendable (PolicyDocument) -> PolicyDocument
    ) async throws(ServiceError) {
        try await inTurn(policy.key) { () async throws(ServiceError) in
            let former = try await policy.read()
            var document = former ?? .empty
            for (sid, statement) in known(policy.key).merging(changes, uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key }) {
                if let statement { document.put(statement) } else { document.remove(sid) }
            }
            document = fitted(document)
            if document != former ?? .empty { try await policy.write(document) }
            state.withLock { $0.changes[policy.key, default: [:]].merge(changes) { $1 } }
        }
    }

    /// Runs a change of a policy when all that came before it have ended.
    func inTurn(_ key: String, _ body: @Sendable () async throws(ServiceError) -> Void) async throws(ServiceError) {
        let turns = state.withLock { state in
            let turns = state.turns[key] ?? ConcurrencyLimit(1)
            state.turns[key] = turns
            return turns
        }
        try await turns.run(body)
    }

    private func known(_ key: String) -> [String: Value?] { state.withLock { $0.changes[key] ?? [:] } }
}
