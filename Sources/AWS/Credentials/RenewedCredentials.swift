public import Cloud
internal import FoundationEssentials
public import Model

/// Credentials that are looked up once, kept, and renewed before they end; requests that wait for that share one renewal.
public actor RenewedCredentials: CredentialProvider {
    /// So long before they end credentials are renewed. No retried request lasts longer.
    private static let margin: TimeInterval = 300
    /// So long the last ones are used before a renewal that failed is tried again.
    private static let pause: TimeInterval = 60

    private let source: any CredentialSource
    private let runtime: Runtime
    private var current: AWSCredentials?
    private var nextRenewal = Date.distantPast
    private var renewal: Task<Result<AWSCredentials, ServiceError>, Never>?

    /// The AWS CLI's chain.
    ///
    /// - Parameter endpoints: where STS and SSO are reached.
    public init(_ profiles: Profiles, endpoints: Endpoints, http: any HTTPTransport, runtime: Runtime, machine: LocalMachine) {
        source = CredentialChain(
            CredentialContext(runtime: runtime, http: http, machine: machine, profiles: profiles, endpoints: endpoints))
        self.runtime = runtime
    }

    public func credentials() async throws(ServiceError) -> AWSCredentials {
        if let current, runtime.now() < nextRenewal { return current }
        let renewal = renewal ?? startRenewal()
        return try await renewal.value.get()
    }

    /// A task of its own: it must not end with the one request that happened to start it.
    private func startRenewal() -> Task<Result<AWSCredentials, ServiceError>, Never> {
        let task = Task {
            let outcome: Result<AWSCredentials, ServiceError>
            do throws(ServiceError) { outcome = .success(try await lookUp()) } catch { outcome = .failure(error) }
            return finish(outcome)
        }
        renewal = task
        return task
    }

    private func lookUp() async throws(ServiceError) -> AWSCredentials {
        let found: AWSCredentials
        switch try await source.find() {
        case .found(let credentials): found = credentials
        case .absent(let reasons):
            throw .credentials(
                "there are no AWS credentials", message: "Looked for in this order: \(reasons)",
                fix: "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE to a profile that `aws configure` has set up")
        }
        if let expiration = found.expiration, expiration <= runtime.now() {
            throw .credentials(
                "the AWS credentials ended at \(expiration.formatted(.iso8601))", message: "Access key \(found.accessKeyID)",
                fix: "renew them, for instance with `aws sso login`, or set this machine's clock")
        }
        return found
    }

    private func finish(_ outcome: Result<AWSCredentials, ServiceError>) -> Result<AWSCredentials, ServiceError> {
        renewal = nil
        let now = runtime.now()
        switch outcome {
        case .success(let credentials):
            current = credentials
            // Of a session that is shorter than the margin, half of what is left is used.
            nextRenewal =
                credentials.expiration.map { max($0 - Self.margin, now + $0.timeIntervalSince(now) / 2) } ?? .distantFuture
            return outcome
        case .failure:
            guard let current, let expiration = current.expiration, now < expiration else { return outcome }
            nextRenewal = min(now + Self.pause, expiration)
            return .success(current)
        }
    }
}
