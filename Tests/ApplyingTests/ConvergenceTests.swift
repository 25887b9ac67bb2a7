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
        let owned = await interrupted.identities(of: [.rule, .permission, .target]).subtracting(foreign.map(\.identity))
        let declared = desired.resources.filter { [.rule, .permission, .target].contains($0.address.kind) }
        #expect(owned == Set(declared.map(\.identity)))
        let names = await interrupted.objects.values.compactMap { $0.identity.kind == .integration ? $0.attributes["name"] : nil }
        #expect(Set(names).count == names.count && !names.contains { $0.string?.hasSuffix("(replaced)") == true })
        for resource in desired.absent { #expect(await interrupted.objects[resource.identity] == nil) }
    }

    /// All is allowed that a random state may ask for.
    private static let allowances = Planner.Allowances(
        replacements: Set(Sets.integrations.map { Address(.integration, $0) }),
        disabling: Set(Sets.integrations.map { Address(.integration, $0) }),
        targetless: Set(Sets.rules.map { Address(.rule, $0) }),
        deletable: Set(Sets.integrations.map { Address(.integration, $0) } + Sets.queues.map { Address(.queue, $0) }))

    @discardableResult
    private func apply(_ desired: DesiredState, _ cloud: FakeCloud) async -> Outcome {
        let planner = Planner(allowances: Self.allowances)
        let plan = planner.plan(desired, await cloud.providers.observe(desired))
        return await Applier(providers: cloud.providers, planner: planner, sleep: { _ in }, events: { _ in }).apply(plan)
    }
}

extension Sets {
    static let integrations = ["one", "two"]
    static let queues = ["a", "b", "c", "d"]
    static let rules = (0..<6).map { "rule-\($0)" }

    /// Up to two integrations with their buses, four queues and six rules, with up to three targets each, some of them functions. Some of what isn't there is
    /// declared to be gone; the rest is declared no more.
    static func random(_ random: inout SeededGenerator) -> DesiredState {
        var resources: [DesiredResource] = []
        var buses: [(name: String, needs: Set<Address>)] = [("default", [])]
        for name in integrations {
            let suffix = "\(name)-\(Int.random(in: 0...1, using: &random))"
            let integration = integration(name, suffix: suffix, enabled: Int.random(in: 0..<4, using: &random) > 0)
            switch fate(&random) {
            case .present:
                resources += integration
                buses.append((integration[1].identity.name, [integration[1].address]))
            case .absent: resources += integration.map(absent)
            case .undeclared: break
            }
        }
        var present: [String] = []
        for name in queues {
            switch fate(&random) {
            case .present:
                present.append(name)
                resources.append(queue(name))
            case .absent: resources.append(absent(queue(name)))
            case .undeclared: break
            }
        }
        guard let anyQueue = present.first else { return state(resources) }
        for name in rules {
            let bus = buses.randomElement(using: &random) ?? buses[0]
            var rule = rule(
                name, on: bus.name, queue: present.randomElement(using: &random) ?? anyQueue,
                state: Bool.random(using: &random) ? "ENABLED" : "DISABLED")
            rule.dependencies = bus.needs
            switch fate(&random) {
            case .present: resources += [rule] + targets(of: name, on: bus.name, &random)
            case .absent: resources.append(absent(rule))
            case .undeclared: break
            }
        }
        return state(resources)
    }

    private enum Fate { case present, absent, undeclared }

    private static func fate(_ random: inout SeededGenerator) -> Fate {
        Bool.random(using: &random) ? .present : Bool.random(using: &random) ? .absent : .undeclared
    }

    private static func targets(of rule: String, on bus: String, _ random: inout SeededGenerator) -> [DesiredResource] {
        var resources: [DesiredResource] = []
        if Bool.random(using: &random) {
            let function = "function-\(Int.random(in: 0...2, using: &random))"
            resources.append(permission(rule, on: bus, function: function))
            var main = target(rule, on: bus, "main", arn: function)
            main.dependencies.insert(Address(.permission, rule, part: "main"))
            resources.append(main)
        }
        return resources
            + ["x", "y"].filter { _ in Bool.random(using: &random) }.map {
                target(rule, on: bus, $0, arn: "queue-\(Int.random(in: 0...2, using: &random))")
            }
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
    func identities(of kinds: Set<Kind>) -> Set<LiveIdentity> { Set(objects.keys.filter { kinds.contains($0.kind) }) }

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
