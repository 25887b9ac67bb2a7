/// What a service's answer means for the call.
public enum Verdict: Hashable, Sendable {
    /// An answer to give to the caller, good or bad.
    case answer
    /// The service took nothing and asks to come again, perhaps after a time of its own choosing.
    case throttled(retryAfter: Duration?)
    /// The service failed, and may have done what was asked.
    case failed
}
