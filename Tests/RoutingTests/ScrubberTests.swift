import Model
import Routing
import Testing

@Suite("Scrubbing")
struct ScrubberTests {
    private let event: Value = [
        "version": "0", "id": "adbcfa5b-0116-4baa-b66b-a3f5902e95bf", "account": "123456789012", "time": "2022-04-06T09:30:45Z",
        "detail": [
            "eventBody": [
                "ani": "tel:+4915112345678", "dnis": "sip:+49301234567@example.org", "callbackUserName": "Erika Mustermann",
                "callbackNumbers": ["+49 151 12345678", "tel:+4915112345678"], "queueId": .string(Fixtures.support.id),
                "mediaType": "VOICE",
                "connectedDurationMs": 30000, "attributes": ["customerNumber": "K-4711", "age": 42, "vip": true],
                "somethingNew": "erika@mustermann.example", "remoteIp": ["203.0.113.7"], "wrapupNotes": "calls again on Monday",
            ]
        ],
    ]

    @Test("takes numbers, names, addresses and what people wrote, by field and by form")
    func personal() throws {
        var scrubber = Scrubber()
        let scrubbed = scrubber.scrub(event)
        for text in ["4915112345678", "49301234567", "Erika", "151 12345678", "4711", "mustermann", "203.0.113", "Monday", "42"] {
            #expect(!scrubbed.json.contains(text), "\(text) is left in \(scrubbed.json)")
        }
    }

    @Test("keeps ids, words of the service, durations and the envelope")
    func kept() throws {
        var scrubber = Scrubber()
        let scrubbed = scrubber.scrub(event)
        let body = try #require(scrubbed["detail"]?["eventBody"])
        #expect(body["queueId"] == .string(Fixtures.support.id))
        #expect(body["mediaType"] == "VOICE")
        #expect(body["connectedDurationMs"] == 30000)
        for key in ["version", "id", "account", "time"] { #expect(scrubbed[key] == event[key]) }
    }

    @Test("what is equal stays equal, over several events, and a second time changes nothing")
    func consistent() throws {
        var scrubber = Scrubber()
        let (first, second) = (scrubber.scrub(event), scrubber.scrub(event))
        #expect(first == second)
        #expect(first["detail"]?["eventBody"]?["callbackNumbers"]?.list?.last == first["detail"]?["eventBody"]?["ani"])
        #expect(scrubber.scrub(first) == first)
        var other = Scrubber()
        #expect(other.scrub(event) == first)
    }
}
