import Applying
import Model
import Planning

/// What an apply may come to, for each status.
enum Outcomes {
    private static let permission = Address(.permission, "support-ended", part: "LambdaTarget")
    private static let target = Address(.target, "support-ended", part: "LambdaTarget")
    private static let rule = Address(.rule, "support-ended")

    private static func allDone(_ plan: Plan) -> [Address: ChangeResult] {
        Dictionary(uniqueKeysWithValues: plan.mutations.map { ($0.address, .done(outputs: [:])) })
    }

    static let patternRefused = ServiceError(
        .invalid, system: .aws, operation: "PutRule", summary: "can't create the rule GenesysCloudQueueEndRule: the pattern was refused",
        status: 400, code: "InvalidEventPatternException", message: "Event pattern is not valid. Reason: Filter is not an object",
        requestID: "7f3c2b1a-1111-2222-3333-444455556666", fix: "Correct `spec.eventPattern`")

    static var converged: Outcome { Outcome(plan: Plans.create, results: allDone(Plans.create), remaining: Plans.empty) }

    static var nothingToDo: Outcome { Outcome(plan: Plans.empty, remaining: Plans.empty) }

    static var notConverged: Outcome { Outcome(plan: Plans.create, results: allDone(Plans.create), remaining: Plans.drift) }

    static var partlyApplied: Outcome {
        var results = allDone(Plans.create)
        results[Address(.eventBus, "events")] = .alreadyDone
        results[rule] = .failed(patternRefused)
        results[permission] = .notAttempted(because: [rule])
        results[target] = .notAttempted(because: [permission, rule])
        var remaining = Plans.create
        remaining.changes.removeAll { $0.address.kind < .rule }
        return Outcome(plan: Plans.create, results: results, remaining: remaining)
    }

    static var failed: Outcome {
        var results = allDone(Plans.create).mapValues { _ in ChangeResult.notAttempted(because: [Address(.integration, "events")]) }
        results[Address(.integration, "events")] = .failed(
            ServiceError(
                .unavailable, system: .genesys, operation: "POST /api/v2/integrations",
                summary: "can't create the integration prod-events: no answer from https://api.mypurecloud.com",
                fix: "Check the network, then run `apply` again"))
        return Outcome(plan: Plans.create, results: results)
    }

    static var stale: Outcome {
        let plan = Plans.drift
        var results = allDone(plan).mapValues { _ in ChangeResult.stale }
        results[Address(.queue, "support")] = .alreadyDone
        return Outcome(plan: plan, results: results)
    }

    static var guarded: Outcome { Outcome(plan: Plans.refused) }

    static var refused: Outcome {
        Outcome(
            plan: Plans.create,
            obstacles: [
                ServiceError(
                    .forbidden, system: .aws, operation: "GetCallerIdentity",
                    summary: "the AWS credentials reach the account 999999999999, and the stack names 123456789012",
                    fix: "Use credentials of the account 123456789012")
            ])
    }
}

extension Outcomes {
    /// What a service says of what can't be done tries to be markup.
    static var hostileMarkup: Outcome {
        let plan = Plans.hostileMarkup
        var error = patternRefused
        (error.summary, error.message) = (Plans.markup, Plans.markup)
        return Outcome(plan: plan, results: Dictionary(uniqueKeysWithValues: plan.mutations.map { ($0.address, .failed(error)) }))
    }
}
