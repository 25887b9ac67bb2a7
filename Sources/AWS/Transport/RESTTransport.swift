public import Cloud
public import Model
internal import SigV4
internal import Synchronization

/// AWS over HTTP, signed here.
public struct RESTTransport: AWSTransport {
    /// Each service has an allowance of its own.
    private let clients: [AWSService: CloudClient]
    private let client: CloudClient
    private let endpoints: Endpoints
    private let credentials: (any CredentialProvider)?
    private let signer = Signer()

    /// - Parameter credentials: what requests are signed with; `nil` for those that a token in their input proves.
    public init(_ client: CloudClient, endpoints: Endpoints, credentials: (any CredentialProvider)?) {
        self.client = client
        clients = Dictionary(uniqueKeysWithValues: AWSService.allCases.map { ($0, client.through(RequestPace(client.runtime))) })
        self.endpoints = endpoints
        self.credentials = credentials
    }

    public func call(_ operation: AWSOperation, _ input: Value) async throws(ServiceError) -> Value {
        let wire = WireRequest(operation, input)
        let signatory = Mutex<AWSCredentials?>(nil)
        let answer = try await (clients[operation.service] ?? client).call(operation.name, operation.isOptional ? .never : .safe) {
            () async throws(ServiceError) in
            // Anew for each attempt: a wait may outlast them.
            let credentials = try await credentials?.credentials()
            signatory.withLock { $0 = credentials }
            return signed(wire, for: operation.service, as: credentials)
        } judge: {
            ErrorAnswer($0)?.verdict ?? .answer
        } unanswered: {
            .unreachable(operation, endpoints[operation.service], $0).after($1)
        }
        guard let refusal = ErrorAnswer(answer.response) else { return try Answer(operation, answer.response).value }
        let error = refusal.error(of: operation).after(answer.effort)
        throw signatory.withLock { $0 }.map { error.redacting($0) } ?? error
    }

    private func signed(_ wire: WireRequest, for service: AWSService, as credentials: AWSCredentials?) -> HTTPRequest {
        let endpoint = endpoints[service]
        let path = endpoint.path + wire.path
        let request = SignableRequest(
            wire.method, path: path, query: wire.query, headers: [.init("Host", endpoint.authority)] + wire.headers, body: wire.body)
        let headers = credentials.map { credentials in
            signer.sign(
                request, as: SigningCredentials(credentials),
                scope: SigningScope(date: client.runtime.now(), region: endpoints.signingRegion(of: service), service: service.rawValue)
            ).headers
        }
        return HTTPRequest(
            wire.method, "\(endpoint.scheme)://\(endpoint.authority)\(path)" + (wire.query.isEmpty ? "" : "?\(wire.query)"),
            headers: (headers ?? request.headers).map { HTTPHeader($0.name, $0.value) }, body: wire.body)
    }
}
