import EventPatterns
import Foundation
import Model
import Routing
import Testing

@Suite("Sample events")
struct SampleTests {
    /// Where the vendor's recorded events lie, if anywhere.
    static let recordings = ProcessInfo.processInfo.environment["RECONCILE_CONFORMANCE"].map { "\($0)/genesys-events" }

    @Test("have the envelope of the vendor's own", .enabled(if: recordings != nil))
    func envelope() throws {
        let recorded = try Value(
            json: Array(Data(contentsOf: URL(filePath: try #require(Self.recordings)).appending(path: "conversation-end-event.json"))))
        let topic = try #require(TopicCatalog.of(.public).topic(named: "customer.end"))
        let sample = try Value(json: Fixtures.samples().event(topic, of: nil, from: Fixtures.bus).json)
        #expect(sample.map?.keys.sorted() == recorded.map?.keys.sorted())
        #expect(sample["detail"]?.map?.keys.sorted() == recorded["detail"]?.map?.keys.sorted())
        #expect(sample["detail-type"] == recorded["detail-type"])
        let body = try #require(sample["detail"]?["eventBody"]?.map)
        #expect(Set(body.keys).isSuperset(of: try #require(recorded["detail"]?["eventBody"]?.map).keys))
        let name = try #require(sample["detail"]?["topicName"]?.string)
        #expect(name == Fixtures.topic("customer.end").replacing("{id}", with: try #require(body["conversationId"]?.string)))
    }

    @Test("have the tutorial's shape in its dialect")
    func tutorial() throws {
        let topic = try #require(TopicCatalog.of(.platform).topic(named: "conversation.end"))
        let event = Fixtures.samples(nil, .platform).event(topic, of: Fixtures.support, from: "genesys.cloud")
        let pattern = try EventPattern(
            json: """
                {"source": ["genesys.cloud"], "detail-type": ["conversation.end"], "detail": {"queueId": ["\(Fixtures.support.id)"]}}
                """)
        #expect(try pattern.matches(json: event.json))
        let detail = try #require(try Value(json: event.json)["detail"]?.map)
        #expect(detail.keys.sorted() == ["conversationId", "metrics", "queueId", "queueName", "type", "wrapUpCode"])
        #expect(detail["queueName"] == "Support Queue")
        #expect(event.label.title == "conversation.end of Support Queue")
    }

    @Test("every topic has one, and nothing in it is of a person")
    func all() throws {
        for topic in TopicCatalog.of(.public).topics {
            let json = Fixtures.samples().event(topic, of: nil, from: Fixtures.bus).json
            #expect(throws: Never.self) { try Event(json: json) }
            let numbers = json.matches(of: #/\+[0-9]+/#).map { String($0.0) }
            #expect(numbers.allSatisfy { $0.hasPrefix("+155555501") }, "\(topic.id): \(numbers)")
        }
    }

    @Test("are of the queues that a pattern names, and of one more")
    func queues() throws {
        let pattern = try Fixtures.pattern(["acd.end"], ["queueId": [.string(Fixtures.support.id)]])
        let titles = Fixtures.samples(["acd.end", "customer.end"]).events(for: [pattern], on: Fixtures.bus).map(\.label.title)
        #expect(titles == ["acd.end of Support Queue", "acd.end of another queue"])
    }

    @Test("take each value of a field that a pattern filters by")
    func variants() throws {
        let pattern = try Fixtures.pattern(["acd.end"], ["direction": ["INBOUND"]])
        let titles = Fixtures.samples().events(for: [pattern], on: Fixtures.bus).map(\.label.title)
        #expect(
            titles == [
                "acd.end of any queue, direction INBOUND", "acd.end of any queue, direction OUTBOUND",
                "acd.end of any queue, direction UNKNOWN",
            ])
    }

    @Test("there are none of a bus on which nothing of Genesys Cloud arrives")
    func foreignBus() throws {
        #expect(Fixtures.samples().events(for: [try EventPattern(json: #"{"source": ["aws.ec2"]}"#)], on: "default").isEmpty)
    }

    @Test("a stand-in is a lower-case UUID, the same in every run")
    func standIn() {
        #expect(StandIn.id("queueId").wholeMatch(of: #/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/#) != nil)
        #expect(StandIn.id("a") != StandIn.id("b"))
        #expect(StandIn.id("queueId") == StandIn.id("queueId"))
    }
}
