/// Sends nothing more once its task is cancelled, and lets what was sent before come to its answer: a request that is cut off leaves open what became
/// of it.
public struct GracefulTransport: HTTPTransport {
    private let transport: any HTTPTransport

    public init(_ transport: any HTTPTransport) { self.transport = transport }

    public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        if Task.isCancelled { throw .interrupted }
        // A task of its own, which the cancellation doesn't reach.
        let sending = Task { () -> Result<HTTPResponse, HTTPFailure> in
            do throws(HTTPFailure) { return .success(try await transport.send(request)) } catch { return .failure(error) }
        }
        return try await sending.value.get()
    }
}
