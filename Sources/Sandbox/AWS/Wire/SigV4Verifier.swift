import Crypto
import FoundationEssentials

/// Checks Signature Version 4 as the service does, from the documentation alone, so that it proves the client's signer.
///
/// The refusals are those of the common errors of each protocol (AWS General Reference; IAM User Guide, "Troubleshoot Signature Version 4").
struct SigV4Verifier: Sendable {
    let now: Date

    /// How far the request's clock may be off, in seconds.
    private static let tolerance: TimeInterval = 300

    func verify(_ request: WireRequest, dialect: AWSProtocol) throws(AWSError) {
        guard let header = request.header("authorization") else { throw .missingToken(dialect) }
        guard let authorization = SigV4Authorization(header) else { throw .incompleteSignature(dialect) }
        guard let timestamp = request.header("x-amz-date"), timestamp.hasPrefix(authorization.scope.date),
            authorization.signedHeaders.contains("host")
        else { throw .incompleteSignature(dialect) }
        guard authorization.scope.accessKeyID == SandboxIdentity.accessKeyID else { throw .unknownKey(dialect) }
        try checkTime(timestamp, dialect)
        let text = stringToSign(request, authorization, timestamp: timestamp)
        guard signature(of: text, authorization.scope) == authorization.signature else { throw .wrongSignature(dialect) }
    }

    private func checkTime(_ timestamp: String, _ dialect: AWSProtocol) throws(AWSError) {
        guard let date = Self.date(timestamp) else { throw .incompleteSignature(dialect) }
        guard abs(date.timeIntervalSince(now)) <= Self.tolerance else { throw .expiredSignature(dialect, timestamp) }
    }

    private func stringToSign(_ request: WireRequest, _ authorization: SigV4Authorization, timestamp: String) -> String {
        let scope = authorization.scope
        let canonical = Self.canonicalRequest(request, signedHeaders: authorization.signedHeaders)
        return [
            "AWS4-HMAC-SHA256", timestamp, "\(scope.date)/\(scope.region)/\(scope.service)/aws4_request",
            SHA256.hash(data: Array(canonical.utf8)).hexadecimal,
        ].joined(separator: "\n")
    }

    private func signature(of text: String, _ scope: SigV4Authorization.Scope) -> String {
        var key = SymmetricKey(data: Array("AWS4\(SandboxIdentity.secretAccessKey)".utf8))
        for part in [scope.date, scope.region, scope.service, "aws4_request"] {
            key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key))
        }
        return HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key).hexadecimal
    }

    static func canonicalRequest(_ request: WireRequest, signedHeaders: [String]) -> String {
        let headers = signedHeaders.map { name in
            let values = request.headers.filter { $0.name == name }.map { trimmed($0.value) }
            return "\(name):\(values.joined(separator: ","))\n"
        }
        // Every service but S3 encodes the path, as it was sent, once more.
        let path = request.path.split(separator: "/", omittingEmptySubsequences: false).map { $0.percentEncoded }
        let query = request.query.items.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.sorted()
        return [
            request.method, path.joined(separator: "/"), query.joined(separator: "&"), headers.joined(),
            signedHeaders.joined(separator: ";"), SHA256.hash(data: request.body).hexadecimal,
        ].joined(separator: "\n")
    }

    private static func trimmed(_ value: String) -> String {
        value.split(separator: " ").joined(separator: " ")
    }

    /// Reads `20251212T150425Z`.
    private static func date(_ text: String) -> Date? {
        let characters = Array(text)
        guard characters.count == 16, characters[8] == "T", characters[15] == "Z" else { return nil }
        func part(_ range: Range<Int>) -> String { String(characters[range]) }
        let iso = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))Z"
        return try? Date(iso, strategy: .iso8601)
    }
}

extension Sequence<UInt8> {
    /// Two lower-case digits a byte.
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
