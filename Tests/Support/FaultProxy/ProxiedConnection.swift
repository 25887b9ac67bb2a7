internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// One connection of a client: its calls one after the other, each with its fault.
struct ProxiedConnection: Sendable {
    typealias Wire = NIOAsyncChannel<HTTPServerRequestPart, ByteBuffer>

    let upstream: String
    let faultOf: @Sendable (ProxiedRequest) -> (ProxiedCall, Fault?)

    /// Serves until either side ends the connection.
    func serve(_ wire: Wire) async throws {
        try await wire.executeThenClose { inbound, outbound in
            var parts = inbound.makeAsyncIterator()
            while let request = try await Self.read(&parts) {
                let (call, fault) = faultOf(request)
                let next = try await answer(request, call, fault, outbound)
                switch next {
                case .goOn: continue
                case .end: return
                case .reset: return try await Self.reset(wire.channel)
                case .hold:
                    while try await parts.next() != nil {}
                    return
                }
            }
        }
    }

    private enum Next {
        case goOn, end, reset
        /// Till the client is gone.
        case hold
    }

    private func answer(
        _ request: ProxiedRequest, _ call: ProxiedCall, _ fault: Fault?, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws -> Next {
        func give(_ response: ProxiedResponse) async throws -> Next {
            try await outbound.write(ByteBuffer(bytes: response.bytes))
            return .goOn
        }
        switch fault {
        case nil: return try await give(try await request.forward(to: upstream))
        case .throttled(let wait): return try await give(.throttled(call.service, retryAfter: wait))
        case .failed(let status): return try await give(.failed(call.service, status: status))
        case .page(let status): return try await give(.page(status: status))
        case .unauthenticated: return try await give(.unauthenticated(call.service))
        case .refused(let message): return try await give(.refused(message))
        case .redirected(let url): return try await give(ProxiedResponse(status: 307, headers: [("Location", url)], body: []))
        case .oversized(let count): return try await give(ProxiedResponse(status: 200, body: Array(repeating: 0x20, count: count)))
        case .failedAfterwards(let status):
            _ = try await request.forward(to: upstream)
            return try await give(.failed(call.service, status: status))
        case .resetBefore: return .reset
        case .resetAfter:
            _ = try await request.forward(to: upstream)
            return .reset
        case .doubled:
            _ = try await request.forward(to: upstream)
            return try await give(try await request.forward(to: upstream))
        case .truncated:
            let response = try await request.forward(to: upstream)
            try await outbound.write(ByteBuffer(bytes: response.bytes.dropLast(max(1, response.body.count / 2))))
            return .end
        case .trickled:
            for byte in try await request.forward(to: upstream).bytes.pieces(20) { try await outbound.write(ByteBuffer(bytes: byte)) }
            return .goOn
        case .hung: return .hold
        case .held(let latch):
            let response = try await request.forward(to: upstream)
            await latch.hold()
            return try await give(response)
        case .stopped(let gate, let moment):
            gate.close()
            if moment != .beforeSending {
                let response = try await request.forward(to: upstream)
                if moment == .afterAnswer { _ = try await give(response) }
            }
            gate.announce()
            return .hold
        }
    }

    private static func read(
        _ parts: inout NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator
    ) async throws -> ProxiedRequest? {
        var request: ProxiedRequest?
        while let part = try await parts.next() {
            switch part {
            case .head(let head):
                request = ProxiedRequest(
                    method: head.method.rawValue, path: head.uri, headers: head.headers.map { ($0.name, $0.value) }, body: [])
            case .body(let bytes): request?.body += bytes.readableBytesView
            case .end: return request
            }
        }
        return nil
    }

    /// With no time to linger, closing sends RST instead of FIN.
    private static func reset(_ channel: any Channel) async throws {
        try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
}

extension [UInt8] {
    fileprivate func pieces(_ count: Int) -> [ArraySlice<UInt8>] {
        let size = Swift.max(1, self.count / count)
        return stride(from: 0, to: self.count, by: size).map { self[$0..<Swift.min($0 + size, self.count)] }
    }
}
