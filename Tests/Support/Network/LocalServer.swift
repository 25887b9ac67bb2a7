internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// A plain HTTP server on a free loopback port that answers as a test says.
public enum LocalServer {
    public struct Request: Sendable {
        public var method: String
        /// The path, with the query.
        public var target: String
        public var headers: [(name: String, value: String)]
        public var body: String

        public func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
    }

    public struct Answer: Sendable {
        public var status: Int
        public var body: String

        public init(status: Int = 200, _ body: String) {
            self.status = status
            self.body = body
        }
    }

    /// Serves while `body` runs, which is given the server's URL.
    public static func run<Result: Sendable>(
        answering answer: @escaping @Sendable (Request) -> Answer, _ body: (String) async throws -> Result
    ) async throws -> Result {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    return try Wire(wrappingChannelSynchronously: channel)
                }
            }
        let port = server.channel.localAddress?.port ?? 0
        return try await server.serving({ try await serve($0, answer) }) { try await body("http://127.0.0.1:\(port)") }
    }

    private typealias Wire = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

    private static func serve(_ wire: Wire, _ answer: @Sendable (Request) -> Answer) async throws {
        try await wire.executeThenClose { inbound, outbound in
            var request: Request?
            for try await part in inbound {
                switch part {
                case .head(let head):
                    request = Request(
                        method: head.method.rawValue, target: head.uri, headers: head.headers.map { (name: $0.name, value: $0.value) },
                        body: "")
                case .body(let bytes): request?.body += String(buffer: bytes)
                case .end:
                    guard let whole = request else { continue }
                    let given = answer(whole)
                    var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: given.status))
                    head.headers.add(name: "Content-Length", value: "\(given.body.utf8.count)")
                    try await outbound.write(.head(head))
                    try await outbound.write(.body(.byteBuffer(ByteBuffer(string: given.body))))
                    try await outbound.write(.end(nil))
                }
            }
        }
    }
}
