import Applying
import Model
import Planning
import Synchronization
import Testing

@Suite("Apply")
struct ApplierTests {
    private func applier(_ cloud: FakeCloud, events: @escaping ApplyEventSink = { _ in }) -> Applier {
        Applier(providers: cloud.providers, planner: Planner(), sleep: { _ in }, events: events)
    }

    private func plan(_ desired: DesiredState, _ cloud: FakeCloud) async -> Plan {
        Planner().plan(desired, await cloud.providers.observe(desired))
    }

    @Test("makes everything, tells the queue's id to the rule, and proves it by a fresh observation")
    func converges() async throws {
        let cloud = FakeCloud()
        let outcome = await applier(cloud).apply(await plan(Sets.small, cloud))

        #expect(outcome.status == .converged)
        let rule = try #require(await cloud.objects[LiveIdentity(.rule, scope: "default", name: "ended")])
        let queue = try #require(await cloud.objects[LiveIdentity(.queue, name: "support")])
        #expect(rule.attributes["eventPattern"] == ["detail": ["queueId": [.string(queue.id)]]])
        #expect(await plan(Sets.small, cloud).isEmpty)
    }

    @Test("sends the targets of one rule in one request")
    func batches() async {
        let cloud = FakeCloud()
        _ = await applier(cloud).apply(await plan(Sets.small, cloud))

        #expect(await cloud.operations.count == 4)
        #expect(await cloud.requests == 3)
    }

    @Test("makes no request and no further observation for an empty plan")
    func second() async {
        let cloud = FakeCloud()
        _ = await applier(cloud).apply(await plan(Sets.small, cloud))
        await cloud.recover()
        let empty = await plan(Sets.small, cloud)
        let observations = await cloud.observations
        let outcome = await applier(cloud).apply(empty)

        #expect(outcome.status == .converged)
        #expect(await cloud.requests == 0)
        #expect(await cloud.observations == observations)
    }

    @Test("leaves what depends on a failure unattempted, does the rest, and goes on where it stopped")
    func partly() async throws {
        let desired = Sets.state(Sets.small.resources + [Sets.queue("sales"), Sets.rule("sold", queue: "sales")])
        let cloud = FakeCloud(failures: [Address(.queue, "support"): .unreachable])
        let outcome = await applier(cloud).apply(await plan(desired, cloud))

        #expect(outcome.status == .partlyApplied)
        #expect(outcome.results[Address(.queue, "support")] == .failed(.unreachable))
        #expect(outcome.results[Address(.rule, "ended")] == .notAttempted(because: [Address(.queue, "support")]))
        #expect(outcome.results[Address(.target, "ended", part: "a")] == .notAttempted(because: [Address(.rule, "ended")]))
        #expect(outcome.results[Address(.rule, "sold")]?.isSuccess == true)

        await cloud.recover()
        #expect(await applier(cloud).apply(await plan(desired, cloud)).status == .converged)
        #expect(await cloud.operations.count == 4)
    }

    @Test("fails one target of a request without failing the others")
    func failedEntry() async {
        let cloud = FakeCloud(failures: [Address(.target, "ended", part: "a"): .unreachable])
        let outcome = await applier(cloud).apply(await plan(Sets.small, cloud))

        #expect(outcome.results[Address(.target, "ended", part: "a")] == .failed(.unreachable))
        #expect(outcome.results[Address(.target, "ended", part: "b")]?.isSuccess == true)
    }

    @Test("does nothing in another account")
    func otherAccount() async {
        let cloud = FakeCloud(account: .unreachable)
        let outcome = await applier(cloud).apply(await plan(Sets.small, cloud))

        #expect(outcome.status == .refused)
        #expect(await cloud.requests == 0)
    }

    @Test("counts as failed what is made and never comes into effect")
    func unsettled() async {
        let address = Address(.queue, "support")
        let cloud = FakeCloud(settling: [address: .unreachable])
        let outcome = await applier(cloud).apply(await plan(Sets.small, cloud))

        #expect(outcome.results[address] == .failed(.unreachable))
        #expect(outcome.status == .partlyApplied)
    }

    @Test("of a selection, makes just that and holds just that against the live state")
    func selection() async throws {
        let cloud = FakeCloud()
        let desired = Sets.state(Sets.small.resources + [Sets.queue("sales")])
        let only = Selection(only: [try #require(AddressPattern("Queue/sales"))])
        let plan = Planner(selection: only).plan(desired, await cloud.providers.observe(desired))
        let outcome = await applier(cloud).apply(plan)

        #expect(outcome.status == .converged)
        #expect(await cloud.operations.map(\.address) == [Address(.queue, "sales")])
    }

    @Test("makes nothing of a plan that a safety rule refuses")
    func refused() async throws {
        let cloud = FakeCloud()
        _ = await applier(cloud).apply(await plan(Sets.small, cloud))
        await cloud.recover()
        let withoutTargets = Sets.state(Sets.small.resources.filter { $0.address.kind != .target })
        var plan = await plan(withoutTargets, cloud)
        plan.refusals = []
        let outcome = await applier(cloud).apply(plan)

        #expect(outcome.status == .refused)
        #expect(outcome.plan.refusals.map(\.code) == ["last-target"])
        #expect(await cloud.requests == 0)
    }

    @Test("begins nothing once its task is cancelled")
    func interrupted() async {
        let cloud = FakeCloud()
        let plan = await plan(Sets.small, cloud)
        let applier = applier(cloud)
        let outcome = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await applier.apply(plan)
        }.value

        #expect(outcome.status == .interrupted)
        #expect(outcome.results.count == 4 && outcome.results.values.allSatisfy { $0 == .notAttempted(because: []) })
        #expect(await cloud.requests == 0)
    }

    @Test("reports what starts and how it ends")
    func events() async {
        let cloud = FakeCloud()
        let seen = Mutex<[ApplyEvent]>([])
        _ = await applier(cloud) { event in seen.withLock { $0.append(event) } }.apply(await plan(Sets.small, cloud))
        let events = seen.withLock { $0 }

        #expect(events.first == .started(Address(.queue, "support"), .create))
        #expect(events.last == .verifying)
        #expect(events.count { if case .finished(_, .create, .done) = $0 { true } else { false } } == 4)
    }
}

@Suite("A saved plan")
struct SavedPlanTests {
    private func saved(_ desired: DesiredState, _ cloud: FakeCloud) async throws -> SavedPlan {
        try SavedPlan(Array(PlanDocument.text(Planner().plan(desired, await cloud.providers.observe(desired))).utf8))
    }

    private func apply(_ saved: SavedPlan, _ cloud: FakeCloud) async -> Outcome {
        await Applier(providers: cloud.providers, planner: Planner(), sleep: { _ in }, events: { _ in })
            .apply(saved.plan, preconditions: saved.preconditions)
    }

    @Test("is made as it was reviewed")
    func unchanged() async throws {
        let cloud = FakeCloud()
        let outcome = await apply(try await saved(Sets.small, cloud), cloud)

        #expect(outcome.status == .converged)
        #expect(await cloud.operations.count == 4)
    }

    @Test("is done already where somebody else did it")
    func alreadyDone() async throws {
        let cloud = FakeCloud()
        let plan = try await saved(Sets.small, cloud)
        _ = await apply(plan, cloud)
        await cloud.recover()
        let outcome = await apply(plan, cloud)

        #expect(outcome.status == .converged)
        #expect(outcome.results.values.allSatisfy { $0 == .alreadyDone })
        #expect(await cloud.requests == 0)
    }

    @Test("is stale where its object is another now, and so is nothing else")
    func stale() async throws {
        let cloud = FakeCloud()
        _ = await apply(try await saved(Sets.small, cloud), cloud)
        let disabled = Sets.state(
            Sets.small.resources.filter { $0.address.kind != .rule } + [
                Sets.rule("ended", queue: "support", state: "DISABLED"), Sets.queue("sales"),
            ])
        let plan = try await saved(disabled, cloud)
        await cloud.change(LiveIdentity(.rule, scope: "default", name: "ended")) { $0?.attributes["description"] = "in between" }
        let outcome = await apply(plan, cloud)

        #expect(outcome.results[Address(.rule, "ended")] == .stale)
        #expect(outcome.results[Address(.queue, "sales")]?.isSuccess == true)
        #expect(outcome.status == .stale)
    }

    @Test("goes on when something elsewhere has changed")
    func unrelated() async throws {
        let cloud = FakeCloud()
        let plan = try await saved(Sets.small, cloud)
        await cloud.change(LiveIdentity(.queue, name: "elsewhere")) {
            $0 = LiveObject(identity: LiveIdentity(.queue, name: "elsewhere"), id: "x", attributes: [:], ownership: .shared)
        }
        #expect(await apply(plan, cloud).status == .converged)
    }
}
