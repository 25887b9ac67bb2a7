import Applying
import Reporting
import TestSupport
import Testing

@Suite struct OutcomeViewTests {
    private let golden = Golden("Golden")

    @Test(
        "An outcome reads as its golden file says",
        arguments: ["converged", "nothing-to-do", "not-converged", "partly-applied", "failed", "stale", "refused", "guarded"])
    func reads(_ name: String) throws {
        let outcome =
            switch name {
            case "converged": Outcomes.converged
            case "nothing-to-do": Outcomes.nothingToDo
            case "not-converged": Outcomes.notConverged
            case "partly-applied": Outcomes.partlyApplied
            case "failed": Outcomes.failed
            case "stale": Outcomes.stale
            case "guarded": Outcomes.guarded
            default: Outcomes.refused
            }
        try golden.expect(OutcomeView(outcome, style: TextStyle()).text, "outcome-\(name).txt")
    }

    @Test("The fixtures cover every status")
    func statuses() {
        let outcomes = [
            Outcomes.converged, Outcomes.notConverged, Outcomes.partlyApplied, Outcomes.failed, Outcomes.stale, Outcomes.refused,
            Outcomes.guarded,
        ]
        #expect(outcomes.map(\.status) == [.converged, .notConverged, .partlyApplied, .failed, .stale, .refused, .refused])
    }
}
