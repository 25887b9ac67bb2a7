internal import AsyncHTTPClient
internal import FoundationEssentials
internal import Model
internal import NIOCore

/// A pool of connections for each way to a host: straight, and through each proxy.
struct Clients: Sendable {
    private let proxies: Proxies
    private let direct: HTTPClient
    /// By the scheme of what goes through them.
    private let proxied: [String: HTTPClient]

    /// To be shut down.
    ///
    /// - Parameter patience: for a connection to be there, TLS included.
    init(_ proxies: Proxies, patience: Duration) {
        self.proxies = proxies
        direct = HTTPClient(configuration: Self.configuration(through: nil, patience))
        proxied = proxies.all.reduce(into: [:]) { $0[$1.scheme] = HTTPClient(configuration: Self.configuration(through: $1, patience)) }
    }

    func route(to url: String) -> (client: HTTPClient, proxy: Proxy?) {
        guard let proxy = proxies.proxy(for: url), let client = proxied[proxy.scheme] else { return (direct, nil) }
        return (client, proxy)
    }

    /// - Throws: the first failure, after an attempt at each.
    func shutdown() async throws {
        var failure: (any Error)?
        for client in [direct] + proxied.values {
            do { try await client.shutdown() } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    private static func configuration(through proxy: Proxy?, _ patience: Duration) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(patience)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.proxy = proxy.map { proxy in
            .server(
                host: proxy.authority.host, port: proxy.authority.port,
                authorization: proxy.credentials.map { .basic(credentials: Data($0.reveal().utf8).base64EncodedString()) })
        }
        return configuration
    }
}
