internal import Model

/// An HTTP proxy, through which connections are made with CONNECT (RFC 9110 §9.3.6).
public struct Proxy: Sendable, CustomStringConvertible {
    /// Of the URLs that go through it.
    let scheme: String
    let authority: Authority
    /// `user:password`, for its `Proxy-Authorization`.
    let credentials: Secret?
    /// The variable that names it.
    let variable: String

    /// Without credentials.
    public var description: String {
        (authority.host.contains(":") ? "[\(authority.host)]" : authority.host) + ":\(authority.port)"
    }

    /// - Parameter text: `[http://][user:password@]host[:port][/]`, user and password percent-encoded where they need it.
    init(_ text: String, scheme: String, variable: String) throws(UnusableSetting) {
        var rest = text[...]
        if let scheme = text.firstRange(of: "://") {
            guard text[..<scheme.lowerBound].lowercased() == "http" else {
                throw UnusableSetting(
                    name: variable, problem: "names a proxy that is not spoken to over plain HTTP",
                    fix: "name it as http://host:port; what is sent through it to the clouds is encrypted all the same")
            }
            rest = text[scheme.upperBound...]
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        var credentials: Secret?
        if let at = rest.lastIndex(of: "@") {
            let parts = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            credentials = Secret(parts.map(Self.decoded).joined(separator: ":"))
            rest = rest[rest.index(after: at)...]
        }
        guard !rest.contains("/"), let authority = Authority(rest, standardPort: 80) else {
            throw UnusableSetting(
                name: variable, problem: "names no proxy that can be understood", fix: "set it to http://host:port, or unset it")
        }
        self.scheme = scheme
        self.authority = authority
        self.credentials = credentials
        self.variable = variable
    }
    /// Without percent-encoding (RFC 3986 §2.1); a percent sign that encodes nothing stands for itself.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let code = Substring(rest.prefix(2))
            if byte == UInt8(ascii: "%"), code.utf8.count == 2, let value = UInt8(code, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
