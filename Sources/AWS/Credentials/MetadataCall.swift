internal import Cloud
internal import Model

/// A call to an endpoint of the machine itself: near, so that it answers at once or isn't there.
struct MetadataCall {
    let context: CredentialContext
    let timeout: Duration
    let attempts: Int

    func send(_ method: String, _ url: String, headers: [HTTPHeader]) async throws(HTTPFailure) -> HTTPResponse {
        var request = HTTPRequest(method, url, headers: headers)
        request.timeout = timeout
        let policy = RetryPolicy(attempts: attempts, base: .milliseconds(200), cap: .seconds(1))
        let client = CloudClient("metadata", transport: context.http, runtime: context.runtime, policy: policy)
        return try await client.call(method, .safe) { [request] () throws(HTTPFailure) in
            request
        } judge: {
            $0.status >= 500 ? .failed : .answer
        } unanswered: { failure, _ in
            failure
        }.response
    }
}
