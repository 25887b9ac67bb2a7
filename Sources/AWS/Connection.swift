internal import Cloud
internal import Model

/// How a region is reached and as whom, as the AWS CLI finds it in the environment and its profiles.
struct Connection {
    let endpoints: Endpoints
    private let profiles: Profiles
    private let runtime: Runtime
    private let machine: LocalMachine
    private let profile: String?

    /// - Parameters:
    ///   - region: `nil` for the AWS CLI's own: the environment's, the profile's, or where neither names one `us-east-1`.
    ///   - profile: the profile of the AWS CLI to use in the place of what the environment says.
    /// - Throws: `ServiceError` where a setting can't be understood.
    init(region: String?, runtime: Runtime, machine: LocalMachine, profile: String?) throws(ServiceError) {
        self.runtime = runtime
        self.machine = machine
        self.profile = profile
        profiles = try Profiles(profile, runtime: runtime, machine: machine)
        let own = runtime.variable("AWS_REGION") ?? runtime.variable("AWS_DEFAULT_REGION") ?? profiles.current["region"] ?? "us-east-1"
        endpoints = try Endpoints(
            Stack.AWS(region: region ?? own, accountID: ""), environment: runtime.environment, profiles: profiles)
    }

    func credentials(_ http: any HTTPTransport) -> RenewedCredentials {
        RenewedCredentials(profiles, endpoints: endpoints, http: http, runtime: runtime, machine: machine)
    }

    /// Through the user's own `aws` program, with credentials as that finds them.
    func program(run: CLITransport.Runner? = nil) -> CLITransport {
        CLITransport(endpoints: endpoints, profile: profile, runtime: runtime, run: run)
    }
}
