internal import Crypto

/// The one spelling of a request that both sides hash (IAM User Guide, "Create a signed AWS API request", step 1).
public struct CanonicalRequest: Hashable, Sendable {
    /// How the path that is sent becomes the path that is signed.
    public enum PathRule: Hashable, Sendable {
        /// Dots resolved, slashes merged, then encoded once more: every service but S3.
        case normalized
        /// Encoded once more, otherwise as it is sent.
        case unnormalized
        /// Exactly as it is sent: S3, whose keys may hold dots and slashes of their own.
        case verbatim
    }

    public let text: String
    /// The names that the signature covers: lower case, sorted, joined by semicolons.
    public let signedHeaders: String

    /// - Parameter covers: whether the signature covers the header of this lower-case name.
    public init(_ request: SignableRequest, path rule: PathRule, covers: (String) -> Bool) {
        let headers = Dictionary(grouping: request.headers) { $0.name.lowercased() }
            .filter { covers($0.key) }
            .sorted { $0.key < $1.key }
        signedHeaders = headers.map(\.key).joined(separator: ";")
        let lines = headers.map { name, values in name + ":" + values.map { Self.folded($0.value) }.joined(separator: ",") + "\n" }
        text = [
            request.method, Self.path(request.path, rule), Self.query(request.query), lines.joined(), signedHeaders,
            request.payloadHash,
        ].joined(separator: "\n")
    }

    public var hash: String { SHA256.hash(data: Array(text.utf8)).hex }

    private static func folded(_ value: String) -> String {
        value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func path(_ path: String, _ rule: PathRule) -> String {
        switch rule {
        case .normalized: URIEncoding.encode(normalized(path).utf8, keepingSlash: true)
        case .unnormalized: URIEncoding.encode((path.isEmpty ? "/" : path).utf8, keepingSlash: true)
        case .verbatim: path.isEmpty ? "/" : path
        }
    }

    private static func normalized(_ path: String) -> String {
        var segments: [Substring] = []
        for segment in path.split(separator: "/") where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        let end = path.hasSuffix("/") && !segments.isEmpty ? "/" : ""
        return "/" + segments.joined(separator: "/") + end
    }

    private static func query(_ query: String) -> String {
        let parameters = query.split(separator: "&").map { parameter in
            let halves = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                name: URIEncoding.encode(URIEncoding.decode(halves[0])),
                value: halves.count > 1 ? URIEncoding.encode(URIEncoding.decode(halves[1])) : ""
            )
        }
        return parameters.sorted { $0 < $1 }.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }
}
