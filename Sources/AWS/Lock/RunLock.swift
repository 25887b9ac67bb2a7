public import Cloud
internal import FoundationEssentials
public import Model

/// A lock that lets one run at a time change a stack: an object in S3 that is there while somebody holds it, as in Terraform's S3 backend.
///
/// It is written on the condition that there is none, and removed on the condition that it is still the one that was written.
public struct RunLock: Sendable {
    public let location: S3Location
    private let store: any ObjectStore
    private let runtime: Runtime

    /// A lock as this run wrote it.
    public struct Grip: Hashable, Sendable {
        let holder: LockHolder
        let entityTag: String
    }

    private init(_ location: S3Location, _ store: any ObjectStore, _ runtime: Runtime) {
        self.location = location
        self.store = store
        self.runtime = runtime
    }

    /// Over HTTP, with endpoints and credentials as the AWS CLI finds them.
    ///
    /// - Parameters:
    ///   - region: where the bucket is looked for; one that lies elsewhere says so and is found there. `nil`: as the AWS CLI has it.
    ///   - profile: the profile of the AWS CLI to use in the place of what the environment says.
    /// - Throws: `ServiceError` where a setting can't be understood.
    public static func rest(
        _ location: S3Location, region: String?, http: any HTTPTransport, runtime: Runtime, machine: LocalMachine = .live,
        profile: String? = nil
    ) throws(ServiceError) -> RunLock {
        let connection = try Connection(region: region, runtime: runtime, machine: machine, profile: profile)
        let store = RESTObjectStore(
            location, client: CloudClient("S3", transport: http, runtime: runtime), endpoints: connection.endpoints,
            credentials: connection.credentials(http))
        return RunLock(location, store, runtime)
    }

    /// Through the user's own `aws` program, with credentials as that finds them.
    ///
    /// - Parameters:
    ///   - region: where the bucket is looked for; `nil`: as the AWS CLI has it.
    ///   - profile: the profile of the AWS CLI to use in the place of what the environment says.
    ///   - run: runs the program; the machine's own where none is given.
    /// - Throws: `ServiceError` where a setting can't be understood, or the key is none that the CLI takes as it is.
    public static func cli(
        _ location: S3Location, region: String?, runtime: Runtime, machine: LocalMachine = .live, profile: String? = nil,
        run: CLITransport.Runner? = nil
    ) throws(ServiceError) -> (lock: RunLock, transport: CLITransport) {
        let transport = try Connection(region: region, runtime: runtime, machine: machine, profile: profile).program(run: run)
        return (RunLock(location, try CLIObjectStore(location, transport: transport), runtime), transport)
    }

    /// Takes the lock.
    ///
    /// - Throws: `ServiceError` where another run holds it, saying which, or where that can't be told.
    public func acquire(_ holder: LockHolder) async throws(ServiceError) -> Grip {
        if let tag = try await store.create(Array(holder.document.json.utf8)) { return Grip(holder: holder, entityTag: tag) }
        guard let (found, tag) = try await held() else {
            throw refusal("\(location) was released just now by another run", fix: "run again")
        }
        // A write whose answer was lost was repeated, and met itself.
        if found?.id == holder.id { return Grip(holder: holder, entityTag: tag) }
        throw isHeld(by: found)
    }

    /// Releases the lock that this run took, and no other.
    ///
    /// - Throws: `ServiceError` where it can't be released, or isn't this run's any more.
    public func release(_ grip: Grip) async throws(ServiceError) {
        guard let (found, _) = try await held() else { return }
        guard found?.id == grip.holder.id, try await store.delete(grip.entityTag) else {
            throw refusal(
                "the lock \(location) was taken from this run",
                fix: "see who released it by hand: two runs may have changed the stack at once")
        }
    }

    /// Releases the lock of another run, one that died, known by its id.
    ///
    /// - Parameter id: `nil` to learn who holds the lock, from the error.
    /// - Returns: whether there was a lock.
    /// - Throws: `ServiceError` where the lock has another id, or can't be released.
    public func forceRelease(id: String?) async throws(ServiceError) -> Bool {
        guard let (found, tag) = try await held() else { return false }
        guard let found, found.id == id, try await store.delete(tag) else { throw isHeld(by: found) }
        return true
    }

    /// The lock and its entity tag; the holder is `nil` where the object is none of ours.
    private func held() async throws(ServiceError) -> (holder: LockHolder?, entityTag: String)? {
        guard let stored = try await store.read() else { return nil }
        return ((try? Value(json: stored.body)).flatMap { LockHolder($0) }, stored.entityTag)
    }

    private func isHeld(by holder: LockHolder?) -> ServiceError {
        guard let holder else { return refusal("\(location) holds something that is no lock of reconcile's", fix: "name another object") }
        return refusal(
            "the lock \(location) is held by \(holder.text(now: runtime.now())), with the id \(holder.id)",
            fix: "wait until that run ends; where it died, release it: reconcile unlock --lock \(location) \(holder.id)")
    }

    private func refusal(_ summary: String, fix: String) -> ServiceError {
        ServiceError(.conflict, system: .aws, operation: "lock", summary: summary, fix: fix)
    }
}
