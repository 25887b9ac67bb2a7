internal import Crypto

/// The key of one day, region and service (IAM User Guide, "Create a signed AWS API request", step 3).
public struct SigningKey: Sendable {
    /// Has taken in the key, which is most of the work.
    private let keyed: HMAC<SHA256>

    public init(secretAccessKey: String, scope: SigningScope) {
        let key = [scope.day, scope.region, scope.service, "aws4_request"]
            .reduce(SymmetricKey(data: Array("AWS4\(secretAccessKey)".utf8))) { key, part in
                SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key))
            }
        keyed = HMAC<SHA256>(key: key)
    }

    public func signature(of stringToSign: String) -> String {
        var code = keyed
        code.update(data: Array(stringToSign.utf8))
        return code.finalize().hex
    }
}
