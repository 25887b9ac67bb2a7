internal import Applying
internal import Model
internal import Planning

/// The last lines of an outcome: what became of the plan in one sentence, and what to do next.
struct OutcomeSummary {
    let outcome: Outcome

    var lines: [StyledText] {
        switch outcome.status {
        case .converged: [StyledText(converged, .create)]
        case .notConverged:
            [
                StyledText("Applied, but not converged: \(counts). A fresh observation shows \(findings).", .error),
                "Run `reconcile apply` again. Where the same difference stays, something else changes the object back, or the service keeps another value than it is sent.",
            ]
        case .refused where outcome.obstacles.isEmpty:
            [
                StyledText("Nothing was changed: a safety rule refuses the plan.", .error),
                "Correct the manifests, or allow it as the refusal says, then run `reconcile apply` again.",
            ]
        case .refused:
            [
                StyledText("Nothing was changed: it is not certain that the credentials reach what the stack names.", .error),
                "Use the credentials of this stack, or correct the `Stack` in the manifests, then run `reconcile apply` again.",
            ]
        case .failed:
            [
                StyledText("Apply failed: \(counts).", .error),
                "Correct the cause, then run `reconcile apply` again.",
            ]
        case .stale:
            [
                StyledText("The plan is stale: \(counts).", .error),
                "Run `reconcile plan` again, and review what changed.",
            ]
        case .partlyApplied:
            [
                StyledText("Partly applied: \(counts).", .error),
                "Correct the cause, then run `reconcile apply` again: it goes on where this run ended, and repeats nothing that is done.",
            ]
        case .interrupted:
            [
                StyledText("Interrupted: \(counts).", .error),
                "Run `reconcile apply` again: it goes on where this run ended, and repeats nothing that is done.",
            ]
        }
    }

    private var converged: StyledText {
        if outcome.results.isEmpty { return "Nothing to apply. The clouds match the manifests." }
        let proof: StyledText =
            outcome.remaining == nil ? "The clouds were as planned already." : "A fresh observation shows no differences."
        return "Apply complete: \(counts). \(proof)"
    }

    private var findings: StyledText {
        let (differences, errors) = (outcome.remaining?.mutations.count ?? 0, outcome.remaining?.errors.count ?? 0)
        let refusals = outcome.remaining?.refusals.count ?? 0
        var findings: [StyledText] = []
        if differences > 0 { findings.append("\(differences) \(plural(differences, "difference", "differences"))") }
        if errors > 0 { findings.append("\(errors) \(plural(errors, "error", "errors"))") }
        if refusals > 0 { findings.append("\(refusals) \(plural(refusals, "refusal", "refusals")) of a safety rule") }
        return findings.joined(separator: " and ")
    }

    /// `4 done, 1 failed, 0 not attempted`, and what was stale where any was.
    private var counts: StyledText {
        var counts = (done: 0, failed: 0, stopped: 0, notAttempted: 0, stale: 0)
        for result in outcome.results.values {
            switch result {
            case .done, .alreadyDone: counts.done += 1
            case .failed(let error) where error.reason == .interrupted: counts.stopped += 1
            case .failed: counts.failed += 1
            case .notAttempted: counts.notAttempted += 1
            case .stale: counts.stale += 1
            }
        }
        let stale: StyledText = counts.stale > 0 ? ", \(counts.stale) changed since it was made" : ""
        let stopped: StyledText = counts.stopped > 0 ? ", \(counts.stopped) stopped midway" : ""
        return "\(counts.done) done, \(counts.failed) failed\(stopped), \(counts.notAttempted) not attempted\(stale)"
    }
}
