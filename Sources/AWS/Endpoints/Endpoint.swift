/// The base of a service's URLs.
public struct Endpoint: Hashable, Sendable, CustomStringConvertible {
    public let scheme: String
    /// The host, with a port where it isn't the scheme's own.
    public let authority: String
    /// What stands before every path; empty, or without a slash at its end.
    public let path: String

    init(scheme: String, authority: String, path: String = "") {
        self.scheme = scheme
        self.authority = authority
        self.path = path
    }

    /// `nil` where the text is no absolute HTTP URL, or carries a user, a query or a fragment.
    init?(url text: String) {
        guard let colon = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<colon.lowerBound].lowercased()
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        guard ["http", "https"].contains(scheme), !authority.isEmpty, authority.first != ":",
            !rest.contains(where: { "@?# ".contains($0) })
        else { return nil }
        let path = rest.dropFirst(authority.count)
        self.init(
            scheme: scheme, authority: Self.withoutStandardPort(authority.lowercased(), of: scheme),
            path: path.hasSuffix("/") ? String(path.dropLast()) : String(path))
    }

    public var description: String { "\(scheme)://\(authority)\(path)" }

    /// Clients leave it out of `Host`, which is signed.
    private static func withoutStandardPort(_ authority: String, of scheme: String) -> String {
        let port = scheme == "https" ? ":443" : ":80"
        return authority.hasSuffix(port) ? String(authority.dropLast(port.count)) : authority
    }
}
