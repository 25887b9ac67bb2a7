import Applying
import Model
import Planning
import TestSupport
import Testing

@Suite("Convergence, over random states")
struct ConvergenceTests {
    @Test("apply converges from any live state, interrupted anywhere, and touches nothing of others", arguments: 0..<2_000)
    func converges(seed: UInt64) async {
        var random = SeededGenerator(seed: seed)
        let former = Sets.random(&random)
        let desired = Sets.random(&random)
        let foreign = Sets.foreign(&random)
        let cloud = FakeCloud(foreign, budget: .random(in: 0...12, using: &random))

        await apply(former, cloud)
        await cloud.recover()
        await cloud.drift(&random)
        let interrupted = FakeCloud(Array(await cloud.objects.values), budget: .random(in: 0...6, using: &random))
        await apply(desired, interrupted)
        await interrupted.recover()

        let outcome = await apply(desired, interrupted)
        #expect(outcome.status == .converged)
        let second = Planner().plan(desired, await interrupted.providers.observe(desired))
        #expect(second.isEmpty && second.errors.isEmpty && second.refusals.isEmpty)
        for object in foreign { #expect(await interrupted.objects[object.identity] == object) }
        let owned = Set(
            await interrupted.objects.values.filter { $0.identity.kind.system == .aws && !foreign.contains($0) }.map(\.identity))
        #expect(owned == Set(desired.resources.filter { $0.address.kind.system == .aws }.map(\.identity)))
    }

    @discardableResult
    private func apply(_ desired: DesiredState, _ cloud: FakeCloud) async -> Outcome {
        // Random rules lose their last target at random.
        let planner = Planner(allowances: .init(targetless: Set((0..<6).map { Address(.rule, "rule-\($0)") })))
        let plan = planner.plan(desired, await cloud.providers.observe(desired))
        return await Applier(providers: cloud.providers, planner: planner, sleep: { _ in }, events: { _ in }).apply(plan)
    }
}

extension Sets {
    /// Up to four queues and six rules, with up to three targets each, some of them functions.
    static func random(_ random: inout SeededGenerator) -> DesiredState {
        let queues = ["a", "b", "c", "d"].filter { _ in Bool.random(using: &random) }
        guard let anyQueue = queues.first else { return state([]) }
        var resources = queues.map(queue)
        for rule in (0..<6).map({ "rule-\($0)" }) where Bool.random(using: &random) {
            let state = Bool.random(using: &random) ? "ENABLED" : "DISABLED"
            resources.append(Self.rule(rule, queue: queues.randomElement(using: &random) ?? anyQueue, state: state))
            if Bool.random(using: &random) {
                let function = "function-\(Int.random(in: 0...2, using: &random))"
                resources.append(permission(rule, function: function))
                var main = target(rule, "main", arn: function)
                main.dependencies.insert(Address(.permission, rule, part: "main"))
                resources.append(main)
            }
            resources += ["x", "y"].filter { _ in Bool.random(using: &random) }.map {
                target(rule, $0, arn: "queue-\(Int.random(in: 0...2, using: &random))")
            }
        }
        return state(resources)
    }

    /// Rules of others, with a target each.
    static func foreign(_ random: inout SeededGenerator) -> [LiveObject] {
        let owners: [Ownership] = [.unmarked, .another(StackMark(owner: "others", name: "prod")), .service("schemas.amazonaws.com")]
        return (0..<Int.random(in: 0...3, using: &random)).flatMap { index in
            let owner = owners[index % owners.count]
            let rule = LiveObject(
                identity: LiveIdentity(.rule, scope: "default", name: "foreign-\(index)"), id: "arn:rule/default/foreign-\(index)",
                attributes: ["state": "ENABLED"], ownership: owner)
            let target = LiveObject(
                identity: LiveIdentity(.target, scope: rule.id, name: "main"), id: "main", attributes: ["id": "main"], ownership: owner)
            return [rule, target]
        }
    }
}

extension FakeCloud {
    /// Changes and removes some of what is ours, as people do by hand.
    func drift(_ random: inout SeededGenerator) {
        for object in objects.values.sorted(by: { $0.identity < $1.identity }) {
            guard case .ours = object.ownership, Int.random(in: 0..<4, using: &random) == 0 else { continue }
            change(object.identity) { live in
                if object.identity.kind == .target || object.identity.kind == .permission {
                    live = nil
                } else {
                    live?.attributes["description"] = "by hand"
                }
            }
        }
    }
}
