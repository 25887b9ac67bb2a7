internal import Synchronization

/// Signs requests with AWS Signature Version 4, in the `Authorization` header, and keeps the keys that it derives.
public final class Signer: Sendable {
    public struct Options: Hashable, Sendable {
        public var path: CanonicalRequest.PathRule
        /// Whether `X-Amz-Content-SHA256` is sent too, as S3 demands.
        public var sendsPayloadHash: Bool
        /// Whether the signature covers the session token; a few services want it added afterwards.
        public var coversSessionToken: Bool

        public init(
            path: CanonicalRequest.PathRule = .normalized, sendsPayloadHash: Bool = false, coversSessionToken: Bool = true
        ) {
            self.path = path
            self.sendsPayloadHash = sendsPayloadHash
            self.coversSessionToken = coversSessionToken
        }
    }

    private struct KeyName: Hashable {
        var credentials: SigningCredentials
        var scope: String
    }

    private let keys = Mutex<[KeyName: SigningKey]>([:])

    public init() {}

    /// - Returns: the signature with all that it was made of, and the headers to send.
    public func sign(
        _ request: SignableRequest, as credentials: SigningCredentials, scope: SigningScope, options: Options = Options()
    ) -> Signature {
        var request = request
        if let token = credentials.sessionToken { request.headers.append(.init("X-Amz-Security-Token", token)) }
        request.headers.append(.init("X-Amz-Date", scope.timestamp))
        if options.sendsPayloadHash { request.headers.append(.init("X-Amz-Content-SHA256", request.payloadHash)) }
        let canonical = CanonicalRequest(request, path: options.path) { name in
            !Self.uncovered.contains(name) && (options.coversSessionToken || name != "x-amz-security-token")
        }
        let stringToSign = scope.stringToSign(canonical)
        let signature = key(credentials, scope).signature(of: stringToSign)
        let authorization =
            "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope.credential), "
            + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
        return Signature(
            canonicalRequest: canonical, stringToSign: stringToSign, signature: signature,
            headers: request.headers + [.init("Authorization", authorization)])
    }

    /// What proxies and clients change on the way (the list that the AWS SDKs keep).
    private static let uncovered: Set = ["authorization", "connection", "expect", "transfer-encoding", "user-agent", "x-amzn-trace-id"]

    private func key(_ credentials: SigningCredentials, _ scope: SigningScope) -> SigningKey {
        let name = KeyName(credentials: credentials, scope: scope.credential)
        return keys.withLock { keys in
            if let key = keys[name] { return key }
            let key = SigningKey(secretAccessKey: credentials.secretAccessKey, scope: scope)
            keys = keys.filter { $0.key.scope.hasPrefix(scope.day) }
            keys[name] = key
            return key
        }
    }
}

public struct Signature: Hashable, Sendable {
    public let canonicalRequest: CanonicalRequest
    public let stringToSign: String
    /// In lower-case hexadecimal digits.
    public let signature: String
    /// Those of the request, and after them what signing adds.
    public let headers: [SignableRequest.Header]
}
