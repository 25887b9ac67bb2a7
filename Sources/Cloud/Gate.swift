/// Lets requests through as fast as their service takes them: one for all calls that share the service's allowance.
public protocol Gate: Sendable {
    /// Waits until a request may be sent.
    ///
    /// - Throws: `HTTPFailure.interrupted` where the wait is.
    func enter() async throws(HTTPFailure)

    /// Learns from what became of a request that was let in.
    ///
    /// - Parameter response: `nil` where it wasn't sent, or not answered.
    func leave(_ response: HTTPResponse?)
}
