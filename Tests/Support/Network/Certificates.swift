internal import Foundation
internal import NIOSSL

/// An authority of the tests' own and what it signs, good from 2020 to 2120.
public enum Certificates {
    /// The path of the authority that signs the server's certificate.
    public static let authority = folder.appending(path: "authority.pem").path
    /// The path of one that signs nothing.
    public static let another = folder.appending(path: "another.pem").path

    static var server: TLSConfiguration {
        get throws {
            let chain = try NIOSSLCertificate.fromPEMFile(folder.appending(path: "server.pem").path)
            let key = try NIOSSLPrivateKey(file: folder.appending(path: "server-key.pem").path, format: .pem)
            return .makeServerConfiguration(certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        }
    }

    private static let folder =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Certificates")
}
