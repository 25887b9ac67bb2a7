internal import FoundationEssentials
internal import NIOSSL

/// Whose certificates are taken for a host's: the system's authorities, or those in a bundle in their place.
public struct CertificateAuthorities: Sendable {
    /// The setting that named the bundle, and its path; `nil` for the system's.
    let bundle: (setting: String, path: String)?
    /// The setting with which somebody would name a bundle.
    let setting: String
    let tls: TLSConfiguration

    /// - Parameter settings: where a bundle may be named, the first that does so counts; the paths of files of PEM certificates.
    /// - Throws: `UnusableSetting` where that file can't be read or holds no certificate.
    public init(_ settings: [(name: String, path: String?)]) throws(UnusableSetting) {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        setting = settings.first?.name ?? "SSL_CERT_FILE"
        if let (name, path) = settings.lazy.compactMap({ name, path in path.map { (name, $0) } }).first {
            tls.trustRoots = .certificates(try Self.certificates(path, namedBy: name))
            bundle = (name, path)
        } else {
            bundle = nil
        }
        self.tls = tls
    }

    private static func certificates(_ path: String, namedBy setting: String) throws(UnusableSetting) -> [NIOSSLCertificate] {
        let fix = "name a file of certificates in PEM format, or unset it to trust the system's authorities"
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
            throw UnusableSetting(name: setting, problem: "names \(path), which can't be read", fix: fix)
        }
        guard let certificates = try? NIOSSLCertificate.fromPEMBytes(Array(bytes)), !certificates.isEmpty else {
            throw UnusableSetting(name: setting, problem: "names \(path), in which there is no certificate that can be read", fix: fix)
        }
        return certificates
    }
}
