internal import OrderedCollections

/// Lets at most so many calls run at a time; those that wait are served in the order in which they came.
public actor ConcurrencyLimit {
    private var free: Int
    private var waiting: OrderedDictionary<Int, CheckedContinuation<Void, Never>> = [:]
    private var nextTicket = 0

    public init(_ limit: Int) { free = limit }

    public nonisolated func run<Result: Sendable, Failure: Error>(
        _ body: @Sendable () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        await acquire()
        do {
            let result = try await body()
            await release()
            return result
        } catch {
            await release()
            throw error
        }
    }

    private func acquire() async {
        if free > 0 {
            free -= 1
            return
        }
        nextTicket += 1
        let ticket = nextTicket
        await withCheckedContinuation { waiting[ticket] = $0 }
    }

    private func release() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().value.resume()
        }
    }
}
