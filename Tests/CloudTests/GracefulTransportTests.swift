import Cloud
import Testing

@Suite("Requests of a run that ends")
struct GracefulTransportTests {
    /// Answers once it is told to, and says when it was asked.
    private struct SlowTransport: HTTPTransport {
        let asked = AsyncStream.makeStream(of: Void.self)
        let told = AsyncStream.makeStream(of: Void.self)

        func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
            asked.continuation.yield()
            for await _ in told.stream { return HTTPResponse(status: 200) }
            throw HTTPFailure("cut off", wasNotSent: false)
        }
    }

    @Test("what was sent comes to its answer, and nothing is sent after it")
    func graceful() async throws {
        let slow = SlowTransport()
        let transport = GracefulTransport(slow)
        let task = Task {
            let first = try await transport.send(HTTPRequest("GET", "https://example.com/")).status
            do throws(HTTPFailure) { _ = try await transport.send(HTTPRequest("GET", "https://example.com/")) } catch {
                return (first, error)
            }
            return (first, HTTPFailure("sent", wasNotSent: false))
        }
        for await _ in slow.asked.stream { break }
        task.cancel()
        slow.told.continuation.yield()
        let (status, failure) = try await task.value
        #expect(status == 200)
        #expect(failure == .interrupted)
    }
}
