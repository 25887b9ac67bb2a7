internal import Synchronization

/// Counts the requests that are sent, retries and logins among them.
public final class CountedTransport: HTTPTransport {
    private let transport: any HTTPTransport
    private let sent = Atomic(0)

    public init(_ transport: any HTTPTransport) { self.transport = transport }

    public var count: Int { sent.load(ordering: .relaxed) }

    public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        sent.add(1, ordering: .relaxed)
        return try await transport.send(request)
    }
}
