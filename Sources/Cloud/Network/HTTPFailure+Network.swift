internal import AsyncHTTPClient
internal import Glibc
internal import NIOCore
internal import NIOPosix
internal import NIOSSL

extension HTTPFailure {
    /// What kept a request from being answered.
    init(_ error: any Error, proxy: Proxy?, authorities: CertificateAuthorities) {
        switch error {
        case let error as HTTPClientError:
            if let proxy, [.proxyAuthenticationRequired, .invalidProxyResponse].contains(error) {
                self.init(proxy, wantsCredentials: error == .proxyAuthenticationRequired)
            } else {
                self.init(error.shortDescription, wasNotSent: Self.beforeSending.contains(error))
            }
        case let error as NIOConnectionError:
            let reason = error.connectionErrors.first.map { "\($0.error)" } ?? "the name can't be resolved"
            let host = proxy.map(Self.name) ?? "\(error.host):\(error.port)"
            self.init("no connection to \(host): \(reason)", wasNotSent: true)
        // Of a host that is given as an address. The code comes from connecting alone.
        case let error as IOError where error.errnoCode == ECONNREFUSED:
            self.init("no connection\(proxy.map { " to \(Self.name($0))" } ?? ""): \(error)", wasNotSent: true)
        case NIOSSLError.handshakeFailed(let error):
            if "\(error)".contains("CERTIFICATE_VERIFY_FAILED") {
                self.init(untrusted: authorities)
            } else {
                self.init("no TLS with the host: \(error)", wasNotSent: true)
            }
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            self.init(
                "the host's certificate is for another name", wasNotSent: true,
                remedy: "see whether the URL names the right host, or a proxy answers in its place")
        default:
            self.init(String(describing: type(of: error)) + ": " + String(describing: error), wasNotSent: false)
        }
    }

    private static func name(_ proxy: Proxy) -> String { "the proxy \(proxy) that \(proxy.variable) names" }

    private init(_ proxy: Proxy, wantsCredentials: Bool) {
        if wantsCredentials {
            let refused = proxy.credentials == nil ? "asks for credentials" : "refuses the credentials"
            self.init(
                "the proxy \(proxy) \(refused) (407)", wasNotSent: true,
                remedy: "put a user and a password that it takes into \(proxy.variable): http://user:password@\(proxy)")
        } else {
            self.init("\(Self.name(proxy)) makes no connection to the host", wasNotSent: true)
        }
    }

    private init(untrusted authorities: CertificateAuthorities) {
        let trusted = authorities.bundle.map { "in \($0.path), which \($0.setting) names" } ?? "among the system's"
        self.init(
            "the host's certificate is signed by no authority \(trusted)", wasNotSent: true,
            remedy: "where a proxy or a private authority signs it, name that one's certificate with \(authorities.setting)")
    }

    private static let beforeSending: [HTTPClientError] = [
        .connectTimeout, .httpProxyHandshakeTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .invalidURL, .emptyHost,
        .emptyScheme,
    ]
}
