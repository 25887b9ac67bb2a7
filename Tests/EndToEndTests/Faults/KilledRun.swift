import Sandbox
import TestSupport

extension Reconcile {
    /// The same program, pointed at a proxy before its clouds.
    func through(_ proxy: FaultProxy) -> Reconcile {
        with(["AWS_ENDPOINT_URL": proxy.url, "GENESYSCLOUD_API_URL": proxy.url, "GENESYSCLOUD_LOGIN_URL": proxy.url])
    }

    /// Runs the program and kills it (SIGKILL) at a moment of one of its calls; `nil` where it never made the call.
    func run(_ arguments: [String], killedAt point: ProxiedCall, _ moment: Gate.Moment) async throws -> Run? {
        let gate = Gate()
        return try await FaultProxy.run(before: sandbox.url, gate.plan(at: point, moment)) { proxy in
            let reconcile = through(proxy)
            return try await withThrowingTaskGroup(of: Run?.self) { group in
                group.addTask { try await reconcile.run(arguments) }
                group.addTask {
                    await gate.reached()
                    return nil
                }
                let endedEarly = try await group.next().flatMap { $0?.status } != nil
                // Ends the program by SIGKILL.
                group.cancelAll()
                return endedEarly ? nil : try await group.next().flatMap { $0 }
            }
        }
    }

    /// The mutating calls that the program makes.
    func mutatingCalls(_ arguments: [String]) async throws -> (run: Run, calls: [ProxiedCall]) {
        try await FaultProxy.run(before: sandbox.url) { proxy in
            let run = try await through(proxy).run(arguments)
            return (run, proxy.calls.filter(\.isMutating))
        }
    }
}
