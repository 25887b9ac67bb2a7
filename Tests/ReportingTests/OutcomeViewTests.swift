import Applying
import Reporting
import Testing

@Suite struct OutcomeViewTests {
    @Test(
        "An outcome reads as its golden file says",
        arguments: ["converged", "nothing-to-do", "not-converged", "partly-applied", "failed", "stale", "refused"])
    func golden(_ name: String) throws {
        let outcome =
            switch name {
            case "converged": Outcomes.converged
            case "nothing-to-do": Outcomes.nothingToDo
            case "not-converged": Outcomes.notConverged
            case "partly-applied": Outcomes.partlyApplied
            case "failed": Outcomes.failed
            case "stale": Outcomes.stale
            default: Outcomes.refused
            }
        try expectGolden(OutcomeView(outcome, style: TextStyle()).text, "outcome-\(name)")
    }

    @Test("The fixtures cover every status")
    func statuses() {
        let outcomes = [
            Outcomes.converged, Outcomes.notConverged, Outcomes.partlyApplied, Outcomes.failed, Outcomes.stale, Outcomes.refused,
        ]
        #expect(outcomes.map(\.status) == [.converged, .notConverged, .partlyApplied, .failed, .stale, .refused])
    }
}
