import AWS
import Cloud
import Genesys
import Model
import Synchronization

/// The adapters of both clouds over the connections of one run. Stacks of one organization, or of one account and region, share an adapter: its
/// credentials, its connections and the pace that the service allows.
final class Clouds: Sendable {
    let runtime: Runtime
    private let genesys: CountedTransport
    private let aws: CountedTransport
    private let options: CloudOptions

    private struct Adapters {
        var genesys: [Stack.Genesys: GenesysProvider] = [:]
        var aws: [Stack.AWS: AWSProvider] = [:]
        /// What calls the `aws` program, where that is asked for.
        var programs: [CLITransport] = []
    }

    private let adapters = Mutex(Adapters())

    init(genesys: some HTTPTransport, aws: some HTTPTransport, runtime: Runtime, options: CloudOptions) {
        self.genesys = CountedTransport(genesys)
        self.aws = CountedTransport(aws)
        self.runtime = runtime
        self.options = options
    }

    /// - Throws: `ServiceError` where a setting can't be understood.
    func providers(of stack: Stack) throws(ServiceError) -> [any Provider] {
        try adapters.withLock { adapters throws(ServiceError) -> [any Provider] in
            let genesys =
                adapters.genesys[stack.genesys]
                ?? GenesysProvider(stack.genesys, transport: GracefulTransport(self.genesys), runtime: runtime)
            let aws: AWSProvider
            if let known = adapters.aws[stack.aws] { aws = known } else { aws = try connection(to: stack.aws, &adapters) }
            adapters.genesys[stack.genesys] = genesys
            adapters.aws[stack.aws] = aws
            return [genesys, aws]
        }
    }

    private func connection(to account: Stack.AWS, _ adapters: inout Adapters) throws(ServiceError) -> AWSProvider {
        switch options.awsTransport {
        case .rest:
            return try AWSProvider.rest(account, http: GracefulTransport(aws), runtime: runtime, profile: options.awsProfile)
        case .cli:
            let (provider, transport) = try AWSProvider.cli(account, runtime: runtime, profile: options.awsProfile)
            adapters.programs.append(transport)
            return provider
        }
    }

    /// - Throws: `ServiceError` where a setting can't be understood.
    func lock(_ location: S3Location, region: String?) throws(ServiceError) -> RunLock {
        switch options.awsTransport {
        case .rest:
            return try RunLock.rest(location, region: region, http: GracefulTransport(aws), runtime: runtime, profile: options.awsProfile)
        case .cli:
            let (lock, transport) = try RunLock.cli(location, region: region, runtime: runtime, profile: options.awsProfile)
            adapters.withLock { $0.programs.append(transport) }
            return lock
        }
    }

    /// How many requests the run took: both services allow so many in a time.
    var requests: String {
        let programs = adapters.withLock { $0.programs.reduce(0) { $0 + $1.count } }
        return [(genesys.count, System.genesys), (aws.count + programs, .aws)].map { "\($0) to \($1.title)" }.joined(separator: ", ")
    }
}
