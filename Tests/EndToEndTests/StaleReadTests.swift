import Planning
import Sandbox
import Testing

@Suite("Reads of Genesys Cloud that lag behind its writes are waited for")
struct StaleReadTests {
    @Test("the run converges all the same, and nothing is made twice", arguments: [Transition.creation, .change, .replacement])
    func converges(_ transition: Transition) async throws {
        let states = try await transition.states()
        try await VirtualClouds.run {
            $0.genesys.readDelay = 20
        } _: { clouds in
            for state in [states.former, states.wanted].compactMap({ $0 }) {
                let run = try await clouds.apply(state)
                #expect(run.isConverged, "\(run.story)")
            }
            #expect(try await clouds.plan(states.wanted).isSettled)
            #expect(try await Leftovers(clouds.sandbox).duplicates == [])
        }
    }
}
