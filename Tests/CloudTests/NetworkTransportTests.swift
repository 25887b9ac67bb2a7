import Cloud
import TestSupport
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

    private static let secret = HTTPRequest("GET", "", headers: [HTTPHeader("Authorization", "Bearer secret")])

    private func send(_ url: String, timeout: Duration = .seconds(600)) async throws -> Result<HTTPResponse, HTTPFailure> {
        try await NetworkTransport.withTransport(timeout: timeout) { transport in
            var request = Self.secret
            request.url = url
            do throws(HTTPFailure) { return .success(try await transport.send(request)) } catch { return .failure(error) }
        }
    }

    @Test func `a redirection is an answer like any other: nothing goes to where it points`() async throws {
        try await FaultProxy.run(before: "http://127.0.0.1:1", { _ in .failed(status: 500) }) { elsewhere in
            try await FaultProxy.run(before: "http://127.0.0.1:1", { _ in .redirected(to: elsewhere.url + "/api/v2/stolen") }) { proxy in
                let answer = try await send(proxy.url + "/api/v2/organizations/me").get()
                #expect(answer.status == 307)
                #expect(proxy.calls.count == 1)
                #expect(elsewhere.calls == [])
            }
        }
    }

    @Test("an answer holds at most 16 MiB", arguments: [(bytes: 16 << 20, isTaken: true), (bytes: (16 << 20) + 1, isTaken: false)])
    func bounded(bytes: Int, isTaken: Bool) async throws {
        try await FaultProxy.run(before: "http://127.0.0.1:1", { _ in .oversized(bytes) }) { proxy in
            let answer = try await send(proxy.url)
            #expect((try? answer.get().body.count) == (isTaken ? bytes : nil))
        }
    }

    @Test("a connection that ends without an answer leaves open what became of the request", arguments: [Fault.resetBefore, .hung])
    func unanswered(fault: Fault) async throws {
        try await FaultProxy.run(before: "http://127.0.0.1:1", { _ in fault }) { proxy in
            let answer = try await send(proxy.url, timeout: .milliseconds(300))
            guard case .failure(let failure) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(!failure.wasNotSent)
        }
    }

    @Test func `an error of the body passes through, with the connections closed`() async {
        struct Refusal: Error {}
        await #expect(throws: Refusal.self) {
            try await NetworkTransport.withTransport { _ in throw Refusal() }
        }
    }
}
