internal import Applying
internal import Model
internal import Planning

/// What an apply did, as JSON: the plan as it stands in its own document, the result of each change, and the plan that is left.
enum OutcomeDocument {
    static let formatVersion = "1.0"

    static func value(_ outcome: Outcome) -> Value {
        let results = outcome.plan.mutations.compactMap { change in
            outcome.results[change.address].map { result($0, of: change) }
        }
        return [
            "format_version": .string(formatVersion), "status": .string(outcome.status.name), "plan": PlanDocument.value(outcome.plan),
            "results": .list(results), "obstacles": .list(outcome.obstacles.map { DiagnosticsDocument.value($0.diagnostic()) }),
            "remaining": outcome.remaining.map(PlanDocument.value) ?? .null,
        ]
    }

    private static func result(_ result: ChangeResult, of change: Change) -> Value {
        var members: [String: Value] = [
            "address": .string(change.address.description), "action": .string(change.action.rawValue), "result": .string(result.name),
        ]
        switch result {
        case .done(let outputs): members["outputs"] = .map(outputs)
        case .failed(let error): members["error"] = DiagnosticsDocument.value(error.diagnostic(place: change.place))
        case .notAttempted(let causes): members["because"] = .list(causes.map { .string($0.description) })
        case .alreadyDone, .stale: break
        }
        return .map(members)
    }
}

extension Outcome.Status {
    var name: String {
        switch self {
        case .converged: "converged"
        case .notConverged: "not_converged"
        case .refused: "refused"
        case .failed: "failed"
        case .stale: "stale"
        case .partlyApplied: "partly_applied"
        case .interrupted: "interrupted"
        }
    }
}

extension ChangeResult {
    var name: String {
        switch self {
        case .done: "done"
        case .alreadyDone: "already_done"
        case .failed: "failed"
        case .notAttempted: "not_attempted"
        case .stale: "stale"
        }
    }
}
