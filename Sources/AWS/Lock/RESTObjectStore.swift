internal import Cloud
internal import Model
internal import SigV4

/// An object in S3 over HTTP.
struct RESTObjectStore: ObjectStore {
    private let location: S3Location
    private let client: CloudClient
    private let endpoints: Endpoints
    private let credentials: any CredentialProvider
    private let signer = Signer()

    init(_ location: S3Location, client: CloudClient, endpoints: Endpoints, credentials: any CredentialProvider) {
        self.location = location
        self.client = client
        self.endpoints = endpoints
        self.credentials = credentials
    }

    func create(_ body: [UInt8]) async throws(ServiceError) -> String? {
        let condition = SignableRequest.Header("If-None-Match", "*")
        let response = try await call(.putObject, [condition, .init("Content-Type", "application/json")], body: body)
        return response.status == 412 ? nil : try entityTag(response, of: .putObject)
    }

    func read() async throws(ServiceError) -> StoredObject? {
        do throws(ServiceError) {
            let response = try await call(.getObject)
            return StoredObject(body: response.body, entityTag: try entityTag(response, of: .getObject))
        } catch {
            guard error.code == "NoSuchKey" else { throw error }
            return nil
        }
    }

    func delete(_ entityTag: String) async throws(ServiceError) -> Bool {
        try await call(.deleteObject, [.init("If-Match", entityTag)]).status != 412
    }

    private func entityTag(_ response: HTTPResponse, of operation: AWSOperation) throws(ServiceError) -> String {
        guard let tag = response.header("ETag") else {
            throw ServiceError(
                .unexpectedAnswer, system: .aws, operation: operation.name, summary: "S3's answer to \(operation.name) has no ETag",
                requestID: response.requestID,
                fix: "see whether a proxy answers in AWS's place, or an AWS_ENDPOINT_URL names another server")
        }
        return tag
    }

    /// Calls where the bucket is: S3 tells the region of one that lies in another.
    ///
    /// - Returns: a good answer, or a 412.
    private func call(
        _ operation: AWSOperation, _ headers: [SignableRequest.Header] = [], body: [UInt8] = []
    ) async throws(ServiceError) -> HTTPResponse {
        var answer = try await call(operation, headers, body, region: endpoints.region)
        if !answer.response.isSuccess, let region = answer.response.header("x-amz-bucket-region"), region != endpoints.region {
            answer = try await call(operation, headers, body, region: region)
        }
        guard answer.response.status != 412, let refusal = ErrorAnswer(answer.response) else { return answer.response }
        throw refusal.error(of: operation).after(answer.effort).redacting(try await credentials.credentials()).at(location)
    }

    private func call(
        _ operation: AWSOperation, _ headers: [SignableRequest.Header], _ body: [UInt8], region: String
    ) async throws(ServiceError) -> CloudClient.Answer {
        let target = S3Target(location, endpoints: endpoints, region: region)
        return try await client.call(operation.name, .safe) { () async throws(ServiceError) in
            let request = SignableRequest(
                operation.method, path: target.path, headers: [.init("Host", target.authority)] + headers, body: body)
            let signed = signer.sign(
                request, as: SigningCredentials(try await credentials.credentials()),
                scope: SigningScope(date: client.runtime.now(), region: region, service: AWSService.s3.rawValue),
                options: .init(path: .verbatim, sendsPayloadHash: true))
            return HTTPRequest(operation.method, target.url, headers: signed.headers.map { HTTPHeader($0.name, $0.value) }, body: body)
        } judge: { response in
            // Two conditional writes met: S3 asks to try again.
            response.status == 409 ? .throttled(retryAfter: nil) : ErrorAnswer(response)?.verdict ?? .answer
        } unanswered: {
            .unreachable(operation, endpoints[.s3], $0).after($1)
        }
    }
}

extension AWSOperation {
    fileprivate var method: String { if case .rest(let method, _, _) = wire { method } else { "POST" } }
}
