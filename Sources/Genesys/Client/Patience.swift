internal import Cloud
internal import Model

/// Waits for what Genesys Cloud does in its own time: states to be reached, new objects to be seen, conflicts to pass.
struct Patience: Sendable {
    let runtime: Runtime
    let progress: ProgressSink

    /// Looks again and again until there is something to see.
    ///
    /// - Parameters:
    ///   - what: completes "waiting for".
    ///   - limit: what the waits may add up to; the time that the calls take comes on top.
    /// - Returns: what was seen; `nil` where it didn't come in time.
    func wait<Seen: Sendable>(
        for what: String, atMost limit: Duration, _ look: () async throws(ServiceError) -> Seen?
    ) async throws(ServiceError) -> Seen? {
        var waited = Duration.zero
        var pause = Duration.milliseconds(500)
        var announcement = Duration.zero
        while true {
            if let seen = try await look() { return seen }
            guard waited < limit else { return nil }
            if waited >= announcement {
                progress("waiting for \(what)" + (waited == .zero ? "" : " (\(waited.components.seconds) s)"))
                announcement = waited + .seconds(30)
            }
            try await sleep(pause)
            waited += pause
            pause = min(pause * 2, .seconds(5))
        }
    }

    /// Does something again while it fails in a way that passes.
    ///
    /// - Throws: what it failed with the last time, once the waits add up to half a minute.
    func insist<Result: Sendable>(
        on what: String, while passes: (ServiceError) -> Bool, _ body: () async throws(ServiceError) -> Result
    ) async throws(ServiceError) -> Result {
        var failure: ServiceError?
        let result = try await wait(for: what, atMost: .seconds(30)) { () async throws(ServiceError) -> Result? in
            do throws(ServiceError) {
                return try await body()
            } catch {
                guard passes(error) else { throw error }
                failure = error
                return nil
            }
        }
        guard let result else { throw failure ?? timeout(what) }
        return result
    }

    /// Waits for a condition.
    ///
    /// - Throws: `ServiceError` where it doesn't come in time.
    func wait(until what: String, atMost limit: Duration, _ holds: () async throws(ServiceError) -> Bool) async throws(ServiceError) {
        let held = try await wait(for: what, atMost: limit) { () async throws(ServiceError) -> Bool? in try await holds() ? true : nil }
        if held == nil { throw timeout(what) }
    }

    /// Waits until an object is read as it was written. One that stays another is no error here: the proof at the end of the run shows the difference.
    ///
    /// - Parameters:
    ///   - name: what people call it.
    ///   - isNew: whether it has to be listed at all, as what looks at once for a new object would see none.
    ///   - look: `nil` where there is no such object.
    /// - Throws: `ServiceError` where a new object isn't listed in time.
    func wait<Object>(
        forReadsOf name: String, isNew: Bool, _ look: () async throws(ServiceError) -> Object?, isWritten: (Object) -> Bool
    ) async throws(ServiceError) {
        var isListed = !isNew
        let what = name + (isNew ? " to be listed" : " to be read as it was written")
        _ = try await wait(for: what, atMost: .seconds(isNew ? 60 : 30)) { () async throws(ServiceError) -> Bool? in
            guard let object = try await look() else { return nil }
            isListed = true
            return isWritten(object) ? true : nil
        }
        if !isListed { throw timeout(what) }
    }

    private func timeout(_ what: String) -> ServiceError {
        ServiceError(
            .timedOut, system: .genesys, operation: "waiting", summary: "waited in vain for \(what)",
            fix: "Run again: what was done stays done, and what is left is waited for again")
    }

    private func sleep(_ duration: Duration) async throws(ServiceError) {
        do { try await runtime.sleep(duration) } catch { throw .interrupted(.genesys, "the end of a wait") }
    }
}

extension GenesysClient {
    func patience(_ progress: @escaping ProgressSink) -> Patience { Patience(runtime: cloud.runtime, progress: progress) }
}
