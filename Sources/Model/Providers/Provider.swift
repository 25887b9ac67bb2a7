/// A cloud: it observes live objects in canonical shape, and makes one change at a time as it is told.
public protocol Provider: Sendable {
    var system: System { get }

    /// Reads what the desired state needs to know and what the stack's mark owns. Makes no mutating call, and answers always: what could not be
    /// read is a gap of the observation.
    ///
    /// - Parameter focus: the objects that are asked for beyond what is declared; `nil` for all that the mark owns. More may be told than is asked for.
    func observe(_ desired: DesiredState, focus: Set<LiveIdentity>?, progress: @escaping ObservationSink) async -> Observation

    /// Proves that the credentials reach the account or organisation that the stack names.
    ///
    /// - Throws: `ServiceError` where they reach another, or where that can't be told.
    func verifyIdentity(of stack: Stack) async throws(ServiceError)

    /// Makes the changes of one request: one operation, or several of one kind, scope and action up to `LiveIdentity.batchLimit`.
    ///
    /// Answers for each address: the outputs of what exists afterwards (empty after a deletion), or why it failed.
    func perform(_ operations: [Operation], progress: @escaping ProgressSink) async -> [Address: Result<[String: Value], ServiceError>]

    /// Waits until what was changed is in effect, once everything that its activity may need has been made.
    ///
    /// - Parameter outputs: what `perform` answered for the operation.
    /// - Throws: `ServiceError` where it ends in an error of its own, or not in time.
    func settle(_ operation: Operation, outputs: [String: Value], progress: @escaping ProgressSink) async throws(ServiceError)
}

/// Takes messages such as "waiting for partner event source aws.partner/…", for people.
public typealias ProgressSink = @Sendable (String) -> Void
