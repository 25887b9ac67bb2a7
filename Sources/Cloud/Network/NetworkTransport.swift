internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

/// Requests over the network. TLS is verified always, redirects are answers like any other, an answer holds at most 16 MiB.
public struct NetworkTransport: HTTPTransport {
    private static let maximumBody = 16 << 20

    private let clients: Clients
    private let authorities: CertificateAuthorities
    private let timeout: Duration

    /// Runs `body` with a transport and closes its connections on every path.
    ///
    /// - Parameters:
    ///   - environment: whose proxies are used, and whose `SSL_CERT_FILE` names the authorities to trust.
    ///   - timeout: for one request that has no shorter one of its own, from its start to the end of its answer.
    ///   - connecting: for a connection to be there, TLS included.
    /// - Throws: `UnusableSetting`, and what `body` throws.
    public static func withTransport<Result>(
        environment: [String: String] = [:], timeout: Duration = .seconds(30), connecting: Duration = .seconds(10),
        _ body: (NetworkTransport) async throws -> Result
    ) async throws -> Result {
        let authorities = try CertificateAuthorities([("SSL_CERT_FILE", environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 })])
        let clients = Clients(try Proxies(environment: environment), patience: connecting)
        do {
            let result = try await body(NetworkTransport(clients: clients, authorities: authorities, timeout: timeout))
            try await clients.shutdown()
            return result
        } catch {
            try? await clients.shutdown()
            throw error
        }
    }

    /// The same connections for hosts that others vouch for.
    public func trusting(_ authorities: CertificateAuthorities) -> NetworkTransport {
        NetworkTransport(clients: clients, authorities: authorities, timeout: timeout)
    }

    public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        var wire = HTTPClientRequest(url: request.url)
        wire.method = HTTPMethod(rawValue: request.method)
        for header in request.headers { wire.headers.add(name: header.name, value: header.value) }
        if !request.body.isEmpty { wire.body = .bytes(request.body) }
        wire.tlsConfiguration = authorities.tls
        let (client, proxy) = clients.route(to: request.url)
        do {
            let response = try await client.execute(wire, deadline: .now() + TimeAmount(min(request.timeout ?? timeout, timeout)))
            let body = try await response.body.collect(upTo: Self.maximumBody)
            return HTTPResponse(
                status: Int(response.status.code),
                headers: response.headers.map { HTTPHeader($0.name, $0.value) },
                body: Array(body.readableBytesView))
        } catch {
            throw HTTPFailure(error, proxy: proxy, authorities: authorities)
        }
    }
}

extension TimeAmount {
    init(_ duration: Duration) { self = .nanoseconds(Int64(duration / .nanoseconds(1))) }
}
