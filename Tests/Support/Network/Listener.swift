internal import NIOCore

extension NIOAsyncChannel where Inbound: Sendable, Outbound == Never {
    /// Serves each connection that comes while `body` runs.
    func serving<Result: Sendable>(
        _ serve: @escaping @Sendable (Inbound) async throws -> Void, while body: () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await executeThenClose { connections in
                    try await withThrowingDiscardingTaskGroup { clients in
                        for try await client in connections {
                            // A connection's end, however it comes, is no failure of the server's.
                            clients.addTask { try? await serve(client) }
                        }
                    }
                }
            }
            defer {
                // Nothing may be accepted once nobody waits for it: NIO ends the process over a connection that is dropped unserved.
                channel.close(promise: nil)
                group.cancelAll()
            }
            return try await body()
        }
    }
}
