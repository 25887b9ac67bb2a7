internal import Foundation
internal import NIOCore
internal import NIOPosix
internal import Synchronization

/// One connection of a client, passed on.
struct RelayedConnection: Sendable {
    typealias Wire = NIOAsyncChannel<ByteBuffer, ByteBuffer>
    private typealias Inbound = NIOAsyncChannelInboundStream<ByteBuffer>
    private typealias Outbound = NIOAsyncChannelOutboundWriter<ByteBuffer>

    let kind: Relay.Kind
    let port: Int
    let heads: Relay.Heads

    func serve(_ client: Wire) async throws {
        try await client.executeThenClose { fromClient, toClient in
            var fromClient = fromClient.makeAsyncIterator()
            switch kind {
            case .tls: break
            case .proxy(let credentials):
                let wanted = credentials.map { "Basic " + Data($0.utf8).base64EncodedString() }
                guard let head = try await connect(&fromClient) else { return }
                guard wanted.map(head.contains) ?? true else { return try await answer("407 Proxy Authentication Required", toClient) }
                try await answer("200 Connection established", toClient)
            case .refusingProxy:
                guard try await connect(&fromClient) != nil else { return }
                return try await answer("403 Forbidden", toClient)
            }
            try await passOn(fromClient, toClient)
        }
    }

    /// A CONNECT's head; `nil` where the client is gone before its end.
    private func connect(_ client: inout Inbound.AsyncIterator) async throws -> String? {
        var head = ""
        while !head.hasSuffix("\r\n\r\n") {
            guard let bytes = try await client.next() else { return nil }
            head += String(buffer: bytes)
        }
        heads.all.withLock { [head] in $0.append(head) }
        return head
    }

    private func answer(_ status: String, _ client: Outbound) async throws {
        let length = status.hasPrefix("200") ? "" : "Content-Length: 0\r\n"
        try await client.write(ByteBuffer(string: "HTTP/1.1 \(status)\r\n\(length)\r\n"))
    }

    private func passOn(_ fromClient: Inbound.AsyncIterator, _ toClient: Outbound) async throws {
        let server = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture { try Wire(wrappingChannelSynchronously: channel) }
            }
        nonisolated(unsafe) var requests = fromClient
        try await server.executeThenClose { fromServer, toServer in
            async let answers: Void = {
                for try await bytes in fromServer { try await toClient.write(bytes) }
            }()
            while let bytes = try await requests.next() { try await toServer.write(bytes) }
            toServer.finish()
            try await answers
        }
    }
}
