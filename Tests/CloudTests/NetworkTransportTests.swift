import Cloud
import Testing

@Suite struct NetworkTransportTests {
    @Test(
        "a request that can't reach a host is known not to have been sent",
        arguments: [
            // Port 1 of the loopback interface, where nothing listens.
            "http://127.0.0.1:1/", "no-scheme", "http:///nowhere",
        ])
    func unreachable(url: String) async throws {
        let failure = try await NetworkTransport.withTransport { transport -> HTTPFailure? in
            do throws(HTTPFailure) { _ = try await transport.send(HTTPRequest("GET", url)) } catch { return error }
            return nil
        }
        #expect(try #require(failure).wasNotSent)
    }

    @Test func `an error of the body passes through, with the connections closed`() async {
        struct Refusal: Error {}
        await #expect(throws: Refusal.self) {
            try await NetworkTransport.withTransport { _ in throw Refusal() }
        }
    }
}
