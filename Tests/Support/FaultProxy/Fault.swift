/// What goes wrong with one call.
public enum Fault: Hashable, Sendable {
    /// Refused in the service's own form; Genesys Cloud may say after how many seconds to come again.
    case throttled(retryAfter: Int? = nil)
    /// The service fails before it takes the request.
    case failed(status: Int)
    /// The service does what it was asked, and fails then.
    case failedAfterwards(status: Int)
    /// Something in the service's place answers with a page of HTML.
    case page(status: Int)
    /// Genesys Cloud's 401: the token has expired.
    case unauthenticated
    /// The request is refused as wrong, with a message as a JSON text.
    case refused(message: String)
    /// The answer is a redirection.
    case redirected(to: String)
    /// The answer's body has so many bytes.
    case oversized(Int)
    /// The connection is reset before the request is passed on.
    case resetBefore
    /// The request is taken; the connection is reset instead of an answer.
    case resetAfter
    /// The connection ends in the middle of the answer's body.
    case truncated
    /// The answer comes in small pieces.
    case trickled
    /// The request is never passed on and never answered.
    case hung
    /// The request is taken, and its answer comes when it is let go.
    case held(Latch)
    /// The request is passed on twice; the second answer is given.
    case doubled
    /// The call gets as far as a moment; nothing goes through any more from then on.
    case stopped(Gate, Gate.Moment)
}

/// The fault of a call, if any.
public typealias FaultPlan = @Sendable (ProxiedCall) -> Fault?
