internal import Foundation
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import Synchronization

/// Stands before a server on this machine and passes bytes on, so that a client meets what companies put between it and the clouds.
public struct Relay: Sendable {
    /// What a client finds.
    public enum Kind: Sendable {
        /// A server of TLS, with a certificate for `cloud.test` and the names below it that `Certificates.authority` signs.
        case tls
        /// A proxy that takes CONNECT to whatever host, and makes the connection to the server behind it.
        ///
        /// - Parameter credentials: what it asks for, as `user:password`.
        case proxy(credentials: String?)
        /// A proxy that refuses every host.
        case refusingProxy
    }

    public let port: Int
    private let heads: Heads

    /// What clients asked of the proxy: each CONNECT's first line and headers, in order.
    public var requests: [String] { heads.all.withLock { $0 } }

    final class Heads: Sendable {
        let all = Mutex<[String]>([])
    }

    /// Serves on a free loopback port while `body` runs.
    public static func run<Result: Sendable>(_ kind: Kind, before port: Int, _ body: (Relay) async throws -> Result) async throws -> Result
    {
        let heads = Heads()
        let tls = if case .tls = kind { try NIOSSLContext(configuration: try Certificates.server) } else { nil as NIOSSLContext? }
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    return try RelayedConnection.Wire(wrappingChannelSynchronously: channel)
                }
            }
        let own = server.channel.localAddress?.port ?? 0
        return try await server.serving({ try await RelayedConnection(kind: kind, port: port, heads: heads).serve($0) }) {
            try await body(Relay(port: own, heads: heads))
        }
    }
}
