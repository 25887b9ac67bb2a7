internal import Model

/// A safety rule. It judges a plan by its changes alone, so that it says the same of one that was saved.
protocol Guard: SendableMetatype {
    /// Why the plan may not be applied, each with what allows it.
    static func refusals(of plan: Plan, _ allowances: Planner.Allowances) -> [Diagnostic]
}

enum Guards {
    static let all: [any Guard.Type] = [
        ForeignOwnership.self, Protection.self, Replacement.self, DisabledIntegration.self, LastTarget.self, PartialObservation.self,
        DeletionBudget.self, SharedDeletion.self, OccupiedBus.self, LostEventSource.self,
    ]
}

extension Planner {
    /// The plan with the refusals that its changes call for under what is allowed for this run, whatever it was saved with.
    public func guarded(_ plan: Plan) -> Plan {
        var plan = plan
        plan.refusals = Guards.all.flatMap { $0.refusals(of: plan, allowances) }.sorted()
        return plan
    }
}

extension Address {
    /// As a shell takes it for one word.
    var argument: String {
        description.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/-_.@:".contains($0)) }
            ? description : "'\(description.replacing("'", with: "'\\''"))'"
    }
}

extension [Address] {
    var listed: String { map(\.description).joined(separator: ", ") }
}
