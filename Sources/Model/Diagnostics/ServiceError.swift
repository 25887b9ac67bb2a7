/// A call to a service that failed, with all that the service said of it. Holds no secret: bodies are cut and redacted where it is made.
public struct ServiceError: Error, Hashable, Sendable {
    /// What went wrong, as far as the caller may act on it.
    public enum Reason: String, Hashable, Sendable {
        /// Credentials are missing or were refused (401, `invalid_client`, `UnrecognizedClientException`).
        case unauthenticated
        /// A permission or scope is missing (403, `AccessDeniedException`).
        case forbidden
        case notFound
        /// The object changed in between, or exists already.
        case conflict
        /// The request itself is wrong (400, `ValidationException`).
        case invalid
        /// A quota is full (`LimitExceededException`): trying again won't help.
        case limitExceeded
        /// Too many requests, also after retries.
        case throttled
        /// No connection, no answer in time, or a 5xx, also after retries.
        case unavailable
        /// An answer that can't be understood.
        case unexpectedAnswer
        /// What was waited for didn't come in time.
        case timedOut
        /// The run was interrupted: this was not sent, or not waited for to its end.
        case interrupted
    }

    public var reason: Reason
    public var system: System
    /// As the service's reference names it: `PutRule`, `PUT /api/v2/routing/queues/{queueId}`.
    public var operation: String
    /// One sentence without a full stop.
    public var summary: String
    /// HTTP's status; `nil` where there was no answer.
    public var status: Int?
    /// The service's own code, such as `ResourceNotFoundException`.
    public var code: String?
    /// The service's own message.
    public var message: String?
    /// AWS's request id, or Genesys' correlation id and `contextId`.
    public var requestID: String?
    /// What to do, as an instruction.
    public var fix: String?

    public init(
        _ reason: Reason, system: System, operation: String, summary: String, status: Int? = nil, code: String? = nil,
        message: String? = nil, requestID: String? = nil, fix: String? = nil
    ) {
        self.reason = reason
        self.system = system
        self.operation = operation
        self.summary = summary
        self.status = status
        self.code = code
        self.message = message
        self.requestID = requestID
        self.fix = fix
    }
}

extension ServiceError {
    public static func interrupted(_ system: System, _ operation: String) -> ServiceError {
        ServiceError(
            .interrupted, system: system, operation: operation, summary: "interrupted before \(operation)",
            fix: "Run again: it goes on where this run ended")
    }

    /// The error as a finding at a resource.
    public func diagnostic(
        _ severity: Diagnostic.Severity = .error, address: Address? = nil, place: SourceLocation? = nil
    ) -> Diagnostic {
        let status = [status.map { "HTTP \($0)" }, code].compactMap { $0 }.joined(separator: " ")
        let answer = [status, message ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        let parts = ["\(system.title), \(operation)", answer, requestID.map { "Request id \($0)" } ?? ""]
        return Diagnostic(
            severity, code: "service-\(reason.rawValue)", summary,
            detail: parts.filter { !$0.isEmpty }.joined(separator: ". ") + ".", place: place, address: address, fix: fix)
    }
}
