import AWS
import Foundation
import Model

extension Session {
    /// Runs `body` while this process holds a lock, and releases it on every path, also where the run is interrupted.
    func holding<Result>(
        _ lock: RunLock, for stack: StackMark, now: Date, _ body: () async throws -> Result
    ) async throws -> Result {
        let process = ProcessInfo.processInfo
        let holder = LockHolder(
            id: UUID().uuidString.lowercased(), owner: process.userName, host: process.hostName, processID: Int(process.processIdentifier),
            created: now, stack: stack)
        let grip = try await lock.acquire(holder)
        do {
            let result = try await body()
            await release(lock, grip)
            return result
        } catch {
            await release(lock, grip)
            throw error
        }
    }

    /// In a task of its own, which an interruption doesn't reach.
    private func release(_ lock: RunLock, _ grip: RunLock.Grip) async {
        let failure = await Task { () -> ServiceError? in
            do throws(ServiceError) { try await lock.release(grip) } catch { return error }
            return nil
        }.value
        if let failure { _ = presentation.exit(with: failure.diagnostic(.warning)) }
    }
}
