internal import FoundationEssentials
internal import Model

/// The sources that partners offer to the account: a bus can only be made for one that is there.
struct EventSources {
    enum State: String, Hashable, Sendable {
        /// No bus is associated with it.
        case pending = "PENDING"
        case active = "ACTIVE"
        /// The partner has taken it away.
        case deleted = "DELETED"
    }

    struct Source: Hashable, Sendable {
        let state: State?
        /// Of a pending source: when it goes unless a bus is associated with it.
        let expiration: Date?
    }

    static let limit = Duration.seconds(600)
    private static let prefix = "aws.partner/"

    let transport: any AWSTransport
    let polling: Polling

    static func isPartnerBus(_ name: String) -> Bool { name.hasPrefix(prefix) }

    /// `nil` where there is no such source.
    func find(_ name: String) async throws(ServiceError) -> Source? {
        do throws(ServiceError) {
            let answer = try await transport.call(.describeEventSource, ["Name": .string(name)])
            return Source(
                state: answer["State"]?.string.flatMap(State.init), expiration: answer["ExpirationTime"].flatMap(Self.date))
        } catch {
            if error.reason == .notFound { return nil }
            throw error
        }
    }

    /// Seconds since 1970 over HTTP; the AWS CLI writes a time.
    private static func date(_ value: Value) -> Date? {
        if case .number(let seconds) = value { return Date(timeIntervalSince1970: seconds.double) }
        return value.string.flatMap(Timestamp.date)
    }

    /// Waits until the source is there, and in the state where one is given.
    ///
    /// - Parameter wasDeleted: its deletion is known, and no reason to give up waiting for it to be offered again.
    func wait(
        for name: String, toBe state: State? = nil, wasDeleted: Bool = false, _ progress: @escaping ProgressSink
    ) async throws(ServiceError) {
        let aim = state.map { "become \($0.rawValue)" } ?? "appear"
        let timedOut = ServiceError(
            .timedOut, system: .aws, operation: AWSOperation.describeEventSource.name,
            summary: "partner event source \(name) did not \(aim) within \(Int(Self.limit / .seconds(60))) minutes",
            fix: "see that the Genesys integration is enabled and names this AWS account and region, then run it again")
        var isTold = false
        try await polling.poll(for: Self.limit, orElse: timedOut) { () throws(ServiceError) -> Bool? in
            let source = try await find(name)
            let isDeleted = source?.state == .deleted
            if isDeleted, !wasDeleted { throw Self.deleted(name) }
            if let source, !isDeleted, state == nil || source.state == state { return true }
            if !isTold { progress("waiting for partner event source \(name) to \(aim)") }
            isTold = true
            return nil
        }
    }

    private static func deleted(_ name: String) -> ServiceError {
        ServiceError(
            .conflict, system: .aws, operation: AWSOperation.describeEventSource.name,
            summary: "partner event source \(name) was deleted by the partner",
            fix: "disable and enable the Genesys integration, so that it offers the source again")
    }
}
