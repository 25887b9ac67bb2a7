internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

/// A request on its way through.
struct ProxiedRequest: Sendable {
    var method: String
    /// With its query.
    var path: String
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }

    /// Hands it on as it is, its `Host` with it, since AWS's signatures cover that.
    func forward(to upstream: String) async throws -> ProxiedResponse {
        var wire = HTTPClientRequest(url: upstream + path)
        wire.method = HTTPMethod(rawValue: method)
        for (name, value) in headers where !Self.framing.contains(name.lowercased()) { wire.headers.add(name: name, value: value) }
        wire.headers.add(name: "Connection", value: "close")
        if !body.isEmpty { wire.body = .bytes(body) }
        let response = try await HTTPClient.shared.execute(wire, timeout: .seconds(600))
        let answer = try await response.body.collect(upTo: 16 << 20)
        return ProxiedResponse(
            status: Int(response.status.code), headers: response.headers.filter { !Self.framing.contains($0.name.lowercased()) },
            body: Array(answer.readableBytesView))
    }

    private static let framing = ["content-length", "transfer-encoding", "connection"]
}

/// An answer on its way back.
struct ProxiedResponse: Sendable {
    var status: Int
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    init(status: Int, _ contentType: String, _ text: String, headers: [(name: String, value: String)] = []) {
        self.init(status: status, headers: [("Content-Type", contentType)] + headers, body: Array(text.utf8))
    }

    /// As it goes over the wire.
    var bytes: [UInt8] {
        let length = status == 204 ? [] : [(name: "Content-Length", value: "\(body.count)")]
        let fields = (headers + length).map { "\($0.name): \($0.value)\r\n" }.joined()
        return Array("HTTP/1.1 \(status) \(HTTPResponseStatus(statusCode: status).reasonPhrase)\r\n\(fields)\r\n".utf8) + body
    }
}
