import EventPatterns
import Model
import Routing
import Testing

@Suite("What is delivered twice")
struct DuplicateTests {
    private func duplicates(_ rules: [[String: Value]]) -> [RoutingMatrix.Duplicate] {
        RoutingMatrix(RoutingTable(Fixtures.Set().state(adding: rules))).duplicates
    }

    @Test("of several rules that take one event each is told once, against the first")
    func several() {
        let all: [String: Value] = ["source": [.string(Fixtures.bus)]]
        let found = duplicates([all, all])
        #expect(found.map(\.first.name) == ["added-0", "added-0"])
        #expect(found.map(\.second.name) == ["added-1", "ended"])
    }

    @Test("rules that share an event only in a value of another field are found by it")
    func variant() {
        func chats() -> [String: Value] {
            let body: Value = ["mediaType": ["CHAT"], "queueId": [.string(Fixtures.support.id)]]
            return ["detail-type": [.string(Fixtures.topic("acd.end"))], "detail": ["eventBody": body]]
        }
        let found = duplicates([chats(), chats()])
        #expect(found.map(\.event.title).contains("acd.end of Support Queue, mediaType CHAT"))
    }

    @Test("ten thousand rules of one consumer that share no event take no longer than to look at each", .timeLimit(.minutes(5)))
    func many() {
        let rules = (0..<10_000).map { number -> [String: Value] in
            [
                "detail-type": [.string(Fixtures.topic("acd.end"))],
                "detail": ["eventBody": ["conversationId": [.string(StandIn.id("\(number)"))]]],
            ]
        }
        #expect(duplicates(rules).isEmpty)
    }
}
