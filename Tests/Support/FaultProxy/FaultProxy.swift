internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization

/// Stands between a client and the local clouds, counts calls and makes what goes wrong in networks.
///
/// Requests keep their `Host`, so that signatures stay good: the client signs for the proxy, and the server behind it verifies what it reads.
public struct FaultProxy: Sendable {
    public let port: Int
    public var url: String { "http://127.0.0.1:\(port)" }
    private let ledger: Ledger

    /// Every call that came, in order, whatever became of it.
    public var calls: [ProxiedCall] { ledger.calls.withLock { $0 } }

    private final class Ledger: Sendable {
        let calls = Mutex<[ProxiedCall]>([])

        func enter(_ request: ProxiedRequest) -> ProxiedCall {
            calls.withLock { calls in
                var call = ProxiedCall(request)
                call.occurrence = calls.count { $0.operation == call.operation } + 1
                calls.append(call)
                return call
            }
        }
    }

    /// Serves on a free loopback port while `body` runs.
    public static func run<Result: Sendable>(
        before upstream: String, _ plan: @escaping FaultPlan = { _ in nil }, _ body: (FaultProxy) async throws -> Result
    ) async throws -> Result {
        let ledger = Ledger()
        let connection = ProxiedConnection(upstream: upstream) { request in
            let call = ledger.enter(request)
            return (call, plan(call))
        }
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
                    return try ProxiedConnection.Wire(wrappingChannelSynchronously: channel)
                }
            }
        let port = server.channel.localAddress?.port ?? 0
        return try await server.serving({ try await connection.serve($0) }) { try await body(FaultProxy(port: port, ledger: ledger)) }
    }
}
