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
        var headers = request.headers.enumerated().map { (name: $1.name.lowercased(), place: $0, value: $1.value) }
        headers.removeAll { !covers($0.name) }
        // Values of one name stay in their order.
        headers.sort { ($0.name, $0.place) < ($1.name, $1.place) }
        var text = ""
        text.reserveCapacity(1_024)
        for part in [request.method, "\n", Self.path(request.path, rule), "\n", Self.query(request.query)] { text += part }
        var names = ""
        var last: String?
        for header in headers {
            if header.name == last {
                text += ","
            } else {
                for part in ["\n", header.name, ":"] { text += part }
                if last != nil { names += ";" }
                names += header.name
            }
            text += Self.folded(header.value)
            last = header.name
        }
        for part in ["\n\n", names, "\n", request.payloadHash] { text += part }
        self.text = text
        signedHeaders = names
    }

    public var hash: String { SHA256.hash(data: Array(text.utf8)).hex }

    private static func folded(_ value: String) -> String {
        // Most hold nothing but visible ASCII.
        if value.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) { return value }
        return value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
