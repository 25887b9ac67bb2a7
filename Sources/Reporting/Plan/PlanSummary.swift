internal import Model
internal import Planning

/// The last lines of a plan: how much would change, and whether it may.
struct PlanSummary {
    let plan: Plan

    init(_ plan: Plan) { self.plan = plan }

    /// How much would change.
    var sentence: StyledText { isClean ? nothingToChange.styled(.create) : counts }

    var lines: [StyledText] {
        var lines = [sentence]
        if let origins { lines.append(origins) }
        let errors = plan.errors.findings.count
        if errors > 0 {
            let count: StyledText = "\(errors) \(plural(errors, "error stands", "errors stand"))"
            lines.append(StyledText("\(count) in the way: the plan is incomplete, and nothing can be applied.", .error))
        }
        if !plan.refusals.isEmpty {
            let count: StyledText = plan.refusals.count == 1 ? "a safety rule" : "\(plan.refusals.count) safety rules"
            lines.append(StyledText("Refused by \(count): nothing is applied until that is settled.", .error))
        }
        return lines
    }

    /// Whether there is nothing to do, and nothing in the way.
    var isClean: Bool { plan.isEmpty && leftOut == 0 && plan.errors.isEmpty && plan.refusals.isEmpty }

    /// How much of it is the manifests' change.
    private var origins: StyledText? {
        guard let base = plan.base, !plan.isEmpty else { return nil }
        let counts = Origin.allCases.map { origin in (origin, plan.changes.count { $0.origin == origin }) }.filter { $0.1 > 0 }
        return "Against \(base): " + counts.map { "\($0.1) \($0.0.words)" as StyledText }.joined(separator: "; ") + "."
    }

    private var leftOut: Int { plan.deferred.count { $0.change.action.isMutating } }

    private var nothingToChange: StyledText {
        let systems = Set(plan.changes.map(\.address.kind.system)).sorted()
        guard !systems.isEmpty else { return "No changes. The manifests declare nothing, and nothing live carries the stack's mark." }
        let names = systems.map { system -> StyledText in "\(system.title)" }.joined(separator: " and ")
        return "No changes. \(names) \(plural(systems.count, "matches", "match")) the manifests."
    }

    private var counts: StyledText {
        let adopted = plan.changes.count { $0.reason == .adopted }
        let takenOver: StyledText = adopted > 0 ? " (\(adopted) taken over)" : ""
        let read = plan.count(.read)
        let lookedUp: StyledText = read > 0 ? ", \(read) only looked up" : ""
        let deferred: StyledText = leftOut > 0 ? ", \(leftOut) left out" : ""
        return StyledText("Plan:", .strong) + " \(plan.count(.create)) to create, \(plan.count(.update)) to update\(takenOver), "
            + "\(plan.count(.delete)) to delete; \(plan.count(.noOp)) unchanged\(lookedUp)\(deferred)."
    }
}
