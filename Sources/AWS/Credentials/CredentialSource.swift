internal import Cloud
internal import Model

/// One place that credentials may come from.
protocol CredentialSource: Sendable {
    /// For people, as a noun: "the environment".
    var title: String { get }

    /// Looks there.
    ///
    /// - Throws: `ServiceError` where the source is configured and fails: the chain ends there, as the AWS CLI's does, so that nobody
    ///   goes on as somebody else unawares.
    func find() async throws(ServiceError) -> CredentialFinding
}

enum CredentialFinding: Sendable {
    case found(AWSCredentials)
    /// The source doesn't apply, and why: "AWS_ACCESS_KEY_ID is not set".
    case absent(String)
}

/// What the sources look in.
struct CredentialContext: Sendable {
    let runtime: Runtime
    let http: any HTTPTransport
    let machine: LocalMachine
    let profiles: Profiles
    let endpoints: Endpoints

    func path(_ text: String) -> String { text.hasPrefix("~/") ? (runtime.variable("HOME") ?? "") + text.dropFirst() : text }

    /// A file that a setting names, which must be there.
    func text(of path: String, named setting: String) throws(ServiceError) -> String {
        let problem: String
        do {
            if let bytes = try machine.read(self.path(path)) { return String(decoding: bytes, as: UTF8.self) }
            problem = "there is no such file"
        } catch {
            problem = "\(error)"
        }
        throw .credentials("\(path), which \(setting) names, can't be read", message: problem, fix: "correct \(setting)")
    }

    /// STS and its like, called with other credentials, or with none.
    func transport(as credentials: AWSCredentials?) -> RESTTransport {
        RESTTransport(CloudClient("AWS", transport: http, runtime: runtime), endpoints: endpoints, credentials: credentials)
    }
}

extension ServiceError {
    static func credentials(_ summary: String, message: String? = nil, fix: String) -> ServiceError {
        ServiceError(.unauthenticated, system: .aws, operation: "credentials", summary: summary, message: message, fix: fix)
    }
}
