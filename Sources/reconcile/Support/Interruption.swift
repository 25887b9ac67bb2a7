import ArgumentParser
import Dispatch
import Glibc
import Synchronization

/// SIGINT and SIGTERM. The first cancels the run: calls that are under way come to their end, and nothing new is begun. The second ends the process
/// at once.
enum Interruption {
    static func heeding<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let run = Task { try await body() }
        let received = Atomic(0)
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in
                if received.add(1, ordering: .relaxed).newValue > 1 { stopAtOnce() }
                run.cancel()
                Console.message("\nInterrupted: what is under way comes to its end, nothing new is begun. Once more stops at once.\n")
            }
            source.activate()
            return source
        }
        defer { for source in sources { source.cancel() } }
        return try await run.value
    }

    /// Ends a run that was interrupted before anything was changed.
    static func check() throws(ExitCode) {
        guard Task.isCancelled else { return }
        Console.message("Nothing was changed.\n")
        throw ExitStatus.interrupted
    }

    private static func stopAtOnce() -> Never {
        Console.message("Stopped: it isn't known what became of the calls that were under way. Run again, which looks.\n")
        _exit(ExitStatus.interrupted.rawValue)
    }
}
