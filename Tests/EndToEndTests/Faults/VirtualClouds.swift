import AWS
import Applying
import Cloud
import Foundation
import Genesys
import Logging
import Manifest
import Model
import Planning
import Sandbox
import Synchronization
import TestSupport
import Testing

/// Both clouds and the parts of `reconcile`, in this process and at a time that passes only while somebody waits.
struct VirtualClouds: Sendable {
    let sandbox: Sandbox
    /// Where calls go that meet no proxy.
    let url: String
    private let clock: Clock

    private final class Clock: Sendable {
        private let time = Mutex(Date(timeIntervalSince1970: 1_780_000_000))
        var now: Date { time.withLock { $0 } }
        func pass(_ duration: Duration) { time.withLock { $0 += duration / .seconds(1) } }
    }

    /// - Parameter url: another server in the place of the sandbox, for sets without Genesys Cloud.
    static func run<Result: Sendable>(
        awsAt url: String? = nil, _ configure: (inout SandboxConfiguration) -> Void = { _ in },
        _ body: (VirtualClouds) async throws -> Result
    ) async throws -> Result {
        let clock = Clock()
        var configuration = SandboxConfiguration()
        configuration.now = { clock.now }
        configuration.verifiesSignatures = true
        configure(&configuration)
        return try await Sandbox.run(configuration) { sandbox in
            try await Neighbors.settle(in: sandbox)
            return try await body(VirtualClouds(sandbox: sandbox, url: url ?? sandbox.url, clock: clock))
        }
    }

    /// What one apply comes to: no outcome where its plan has errors.
    struct Run: Sendable {
        var plan: Plan
        var outcome: Outcome?

        var isConverged: Bool { outcome?.status == .converged }

        var verdict: String {
            guard let outcome else { return plan.refusals.isEmpty ? "no plan" : "plan refused" }
            return "\(outcome.status)"
        }

        /// What went wrong, for a test that fails.
        var story: String {
            let failures = (outcome?.results ?? [:]).filter { !$0.value.isSuccess }.map { "\($0.key): \($0.value)" }.sorted()
            let obstacles = (outcome?.obstacles ?? []).map { "\($0)" }
            let remaining = (outcome?.remaining?.mutations ?? []).map { "still to do: \($0.address)" }
            let open = (outcome?.remaining?.errors ?? []) + (outcome?.remaining?.refusals ?? [])
            return ([verdict] + (plan.errors + plan.refusals + open).map(\.summary) + obstacles + failures + remaining)
                .joined(separator: "; ")
        }
    }

    /// An outcome is true where nothing is left to do of what it says is done, and nothing at all where it says that all is.
    func expectTruth(of run: Run, _ wanted: DesiredState, _ row: String) async throws {
        let left = try await plan(wanted).mutations.map(\.address)
        if run.isConverged { #expect(left == [], "\(row): \(run.story)") }
        for (address, result) in run.outcome?.results ?? [:] where result.isSuccess {
            #expect(!left.contains(address), "\(row): \(address) is said to be done: \(run.story)")
        }
    }

    /// Allowed is what a transition may need.
    private var planner: Planner {
        Planner(
            allowances: .init(
                replacements: [Address(.integration, "events")], deletable: [Address(.integration, "events"), Address(.queue, "support")]))
    }

    func apply(_ desired: DesiredState, through url: String? = nil, timeout: Duration = .seconds(10)) async throws -> Run {
        try await withProviders(of: desired.stack, through: url, timeout) { providers, runtime in
            let plan = await planner.plan(desired, observing: providers)
            guard plan.errors.isEmpty, plan.refusals.isEmpty else { return Run(plan: plan) }
            let applier = Applier(providers: providers, planner: planner, sleep: runtime.sleep, events: { _ in })
            return Run(plan: plan, outcome: await applier.apply(plan))
        }
    }

    func plan(_ desired: DesiredState) async throws -> Plan {
        try await withProviders(of: desired.stack, through: nil, .seconds(10)) { providers, _ in
            await planner.plan(desired, observing: providers)
        }
    }

    private func withProviders<Result: Sendable>(
        of stack: Stack, through url: String?, _ timeout: Duration, _ body: ([any Provider], Runtime) async throws -> Result
    ) async throws -> Result {
        var environment = Dictionary(sandbox.environment.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        for name in ["AWS_ENDPOINT_URL", "GENESYSCLOUD_API_URL", "GENESYSCLOUD_LOGIN_URL"] { environment[name] = url ?? self.url }
        let runtime = Runtime(
            now: { clock.now },
            sleep: { duration in
                try Task.checkCancellation()
                clock.pass(duration)
            },
            jitter: { 0.5 }, environment: environment, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await NetworkTransport.withTransport(timeout: timeout) { transport in
            try await body(
                [
                    GenesysProvider(stack.genesys, transport: transport, runtime: runtime),
                    AWSProvider.rest(stack.aws, http: transport, runtime: runtime),
                ], runtime)
        }
    }
}

extension Transition {
    /// What `wanted` and `former` declare.
    func states() async throws -> (former: DesiredState?, wanted: DesiredState) {
        func state(_ text: String) async throws -> DesiredState {
            try await withFolder(["set.yaml": text]) { try ManifestLoader.load(ManifestFiles.read([$0])).state }
        }
        var before: DesiredState?
        if let former { before = try await state(former) }
        return (before, try await state(wanted))
    }
}
