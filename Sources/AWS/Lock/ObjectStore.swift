internal import Cloud
internal import Model
internal import SigV4

/// One object in S3, written and removed under a condition (Amazon S3 User Guide, "Conditional requests").
struct ObjectStore: Sendable {
    let location: S3Location
    let client: CloudClient
    let endpoints: Endpoints
    let credentials: any CredentialProvider
    private let signer = Signer()

    init(_ location: S3Location, client: CloudClient, endpoints: Endpoints, credentials: any CredentialProvider) {
        self.location = location
        self.client = client
        self.endpoints = endpoints
        self.credentials = credentials
    }

    /// An object as it is stored, and the tag of this version of it.
    struct Stored: Sendable {
        var body: [UInt8]
        var entityTag: String
    }

    /// - Returns: the new object's entity tag; `nil` where there is an object already.
    func create(_ body: [UInt8]) async throws(ServiceError) -> String? {
        let condition = SignableRequest.Header("If-None-Match", "*")
        let response = try await call(.putObject, [condition, .init("Content-Type", "application/json")], body: body)
        return response.status == 412 ? nil : try entityTag(response, of: .putObject)
    }

    /// `nil` where there is no object.
    func read() async throws(ServiceError) -> Stored? {
        do throws(ServiceError) {
            let response = try await call(.getObject)
            return Stored(body: response.body, entityTag: try entityTag(response, of: .getObject))
        } catch {
            guard error.code == "NoSuchKey" else { throw error }
            return nil
        }
    }

    /// Removes this version of the object.
    ///
    /// - Returns: whether it was; `false` where the object is another by now.
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
        var response = try await call(operation, headers, body, region: endpoints.region)
        if !response.isSuccess, let region = response.header("x-amz-bucket-region"), region != endpoints.region {
            response = try await call(operation, headers, body, region: region)
        }
        guard response.status != 412, let refusal = ErrorAnswer(response) else { return response }
        var error = refusal.error(of: operation).redacting(try await credentials.credentials())
        error.fix = refusal.code == "NoSuchBucket" ? "correct the bucket's name, or create \(location.bucket)" : error.fix
        throw error
    }

    private func call(
        _ operation: AWSOperation, _ headers: [SignableRequest.Header], _ body: [UInt8], region: String
    ) async throws(ServiceError) -> HTTPResponse {
        let credentials = try await credentials.credentials()
        let target = S3Target(location, endpoints: endpoints, region: region)
        do throws(HTTPFailure) {
            return try await client.call(operation.name, .safe) { () throws(HTTPFailure) in
                let request = SignableRequest(
                    operation.method, path: target.path, headers: [.init("Host", target.authority)] + headers, body: body)
                let signed = signer.sign(
                    request, as: SigningCredentials(credentials),
                    scope: SigningScope(date: client.runtime.now(), region: region, service: AWSService.s3.rawValue),
                    options: .init(path: .verbatim, sendsPayloadHash: true))
                return HTTPRequest(operation.method, target.url, headers: signed.headers.map { HTTPHeader($0.name, $0.value) }, body: body)
            } judge: { response in
                // Two conditional writes met: S3 asks to try again.
                response.status == 409 ? .throttled(retryAfter: nil) : ErrorAnswer(response)?.verdict ?? .answer
            }
        } catch {
            throw .unreachable(operation, endpoints[.s3], error)
        }
    }
}

extension AWSOperation {
    static let putObject = object("PutObject", "PUT", isMutating: true)
    static let getObject = object("GetObject", "GET")
    static let deleteObject = object("DeleteObject", "DELETE", isMutating: true)

    private static func object(_ name: String, _ method: String, isMutating: Bool = false) -> AWSOperation {
        AWSOperation(
            service: .s3, name: name, wire: .rest(method: method, path: "/{Bucket}/{Key}", query: []), permissions: ["s3:\(name)"],
            isMutating: isMutating)
    }

    fileprivate var method: String { if case .rest(let method, _, _) = wire { method } else { "POST" } }
}

extension SigningCredentials {
    fileprivate init(_ credentials: AWSCredentials) {
        self.init(
            accessKeyID: credentials.accessKeyID, secretAccessKey: credentials.secretAccessKey.reveal(),
            sessionToken: credentials.sessionToken?.reveal())
    }
}
