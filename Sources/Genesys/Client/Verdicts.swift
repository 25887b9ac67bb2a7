internal import Cloud

/// Whether an answer asks to come again.
///
/// - Parameter isRead: of a write, 408 may mean that the object changed meanwhile, which only its writer can deal with.
func verdict(_ response: HTTPResponse, isRead: Bool) -> Verdict {
    switch response.status {
    case 429: .throttled(retryAfter: retryAfter(response))
    case 408 where isRead: .failed
    case 500...: .failed
    default: .answer
    }
}

/// `Retry-After`, which Genesys Cloud gives in seconds.
func retryAfter(_ response: HTTPResponse) -> Duration? {
    response.header("Retry-After").flatMap { Int($0) }.flatMap { $0 >= 0 ? .seconds($0) : nil }
}
