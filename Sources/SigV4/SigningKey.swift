internal import Crypto

/// The key of one day, region and service (IAM User Guide, "Create a signed AWS API request", step 3).
public struct SigningKey: Sendable {
    private let key: SymmetricKey

    public init(secretAccessKey: String, scope: SigningScope) {
        key = [scope.day, scope.region, scope.service, "aws4_request"]
            .reduce(SymmetricKey(data: Array("AWS4\(secretAccessKey)".utf8))) { key, part in
                SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key))
            }
    }

    public func signature(of stringToSign: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Array(stringToSign.utf8), using: key).hex
    }
}
