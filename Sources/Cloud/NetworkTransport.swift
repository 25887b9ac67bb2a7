internal import AsyncHTTPClient
internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Requests over the network. TLS is verified always, redirects are answers like any other, an answer holds at most 16 MiB.
public struct NetworkTransport: HTTPTransport {
    private static let maximumBody = 16 << 20

    private let client: HTTPClient
    private let timeout: Duration

    /// Runs `body` with a transport and closes its connections on every path.
    ///
    /// - Parameter timeout: for one request that has none of its own, from its start to the end of its answer.
    public static func withTransport<Result>(
        timeout: Duration = .seconds(30), _ body: (NetworkTransport) async throws -> Result
    ) async throws -> Result {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(configuration: configuration)
        let transport = NetworkTransport(client: client, timeout: timeout)
        do {
            let result = try await body(transport)
            try await client.shutdown()
            return result
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        var wire = HTTPClientRequest(url: request.url)
        wire.method = HTTPMethod(rawValue: request.method)
        for header in request.headers { wire.headers.add(name: header.name, value: header.value) }
        if !request.body.isEmpty { wire.body = .bytes(request.body) }
        do {
            let response = try await client.execute(wire, deadline: .now() + TimeAmount(request.timeout ?? timeout))
            let body = try await response.body.collect(upTo: Self.maximumBody)
            return HTTPResponse(
                status: Int(response.status.code),
                headers: response.headers.map { HTTPHeader($0.name, $0.value) },
                body: Array(body.readableBytesView))
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: any Error) -> HTTPFailure {
        if let error = error as? HTTPClientError {
            return HTTPFailure(error.shortDescription, wasNotSent: Self.beforeSending.contains(error))
        }
        if let error = error as? NIOConnectionError {
            let reason = error.connectionErrors.first.map { "\($0.error)" } ?? "the name can't be resolved"
            return HTTPFailure("no connection to \(error.host):\(error.port): \(reason)", wasNotSent: true)
        }
        // Of a host that is given as an address. The code comes from connecting alone.
        if let error = error as? IOError, error.errnoCode == ECONNREFUSED {
            return HTTPFailure("no connection: \(error)", wasNotSent: true)
        }
        return HTTPFailure(String(describing: type(of: error)) + ": " + String(describing: error), wasNotSent: false)
    }

    private static let beforeSending: [HTTPClientError] = [
        .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .invalidURL, .emptyHost, .emptyScheme,
    ]
}

extension TimeAmount {
    fileprivate init(_ duration: Duration) { self = .nanoseconds(Int64(duration / .nanoseconds(1))) }
}
