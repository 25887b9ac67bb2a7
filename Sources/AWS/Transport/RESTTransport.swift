public import Cloud
public import Model
internal import SigV4

/// AWS over HTTP, signed here.
public struct RESTTransport: AWSTransport {
    private let client: CloudClient
    private let endpoints: Endpoints
    private let credentials: (any CredentialProvider)?
    private let signer = Signer()
    /// Each service has an allowance of its own.
    private let paces = Dictionary(uniqueKeysWithValues: AWSService.allCases.map { ($0, RequestPace()) })

    /// - Parameter credentials: what requests are signed with; `nil` for those that a token in their input proves.
    public init(_ client: CloudClient, endpoints: Endpoints, credentials: (any CredentialProvider)?) {
        self.client = client
        self.endpoints = endpoints
        self.credentials = credentials
    }

    public func call(_ operation: AWSOperation, _ input: Value) async throws(ServiceError) -> Value {
        let credentials = try await credentials?.credentials()
        let wire = WireRequest(operation, input)
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await client.call(operation.name, .safe) { () throws(HTTPFailure) in
                try await awaitTurn(of: operation.service)
                return signed(wire, for: operation.service, as: credentials)
            } judge: { response in
                let refusal = ErrorAnswer(response)
                adapt(paces[operation.service], to: refusal)
                return operation.isOptional ? .answer : refusal?.verdict ?? .answer
            }
        } catch {
            throw .unreachable(operation, endpoints[operation.service], error)
        }
        if let refusal = ErrorAnswer(response) {
            let error = refusal.error(of: operation)
            throw credentials.map { error.redacting($0) } ?? error
        }
        return try Answer(operation, response).value
    }

    private func awaitTurn(of service: AWSService) async throws(HTTPFailure) {
        guard let wait = paces[service]?.takeTurn(now: client.runtime.now()), wait > .zero else { return }
        do { try await client.runtime.sleep(wait) } catch { throw .interrupted }
    }

    private func adapt(_ pace: RequestPace?, to refusal: ErrorAnswer?) {
        if refusal?.reason == .throttled { pace?.wasThrottled(now: client.runtime.now()) } else { pace?.wasAnswered() }
    }

    private func signed(_ wire: WireRequest, for service: AWSService, as credentials: AWSCredentials?) -> HTTPRequest {
        let endpoint = endpoints[service]
        let path = endpoint.path + wire.path
        let request = SignableRequest(
            wire.method, path: path, query: wire.query, headers: [.init("Host", endpoint.authority)] + wire.headers, body: wire.body)
        let headers = credentials.map { credentials in
            signer.sign(
                request,
                as: SigningCredentials(
                    accessKeyID: credentials.accessKeyID, secretAccessKey: credentials.secretAccessKey.reveal(),
                    sessionToken: credentials.sessionToken?.reveal()),
                scope: SigningScope(date: client.runtime.now(), region: endpoints.signingRegion(of: service), service: service.rawValue)
            ).headers
        }
        return HTTPRequest(
            wire.method, "\(endpoint.scheme)://\(endpoint.authority)\(path)" + (wire.query.isEmpty ? "" : "?\(wire.query)"),
            headers: (headers ?? request.headers).map { HTTPHeader($0.name, $0.value) }, body: wire.body)
    }
}
