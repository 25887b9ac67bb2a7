internal import EventPatterns
internal import Model
internal import Planning
internal import Routing

/// The parts of a plan that decide which way events take, before and after.
struct PlannedRouting {
    struct Integration {
        var address: Address
        var title: String
        var mark: RoutingPicture.Mark
        /// Where its events arrive; `nil` where that isn't known.
        var bus: String?
    }

    struct Bus {
        var name: String
        var mark: RoutingPicture.Mark
    }

    struct Queue {
        var id: String
        var title: String
        var address: Address?
        var mark: RoutingPicture.Mark
        /// Whether the rule takes its events before, after, or both.
        var linkMark: RoutingPicture.Mark
    }

    struct Target {
        var consumer: Consumer
        var mark: RoutingPicture.Mark
    }

    struct Rule {
        var address: Address
        var title: String
        var bus: String
        var mark: RoutingPicture.Mark
        var queues: [Queue]
        var targets: [Target]
    }

    private(set) var integrations: [Integration] = []
    private(set) var buses: [Bus] = []
    private(set) var rules: [Rule] = []
    private let queues: [String: Change]
    private let outputs: [Reference: Value]
    private let queuePath: String

    init(_ plan: Plan) {
        func changes(_ kind: Kind) -> [Change] { plan.changes.filter { $0.address.kind == kind } }
        queues = Dictionary(changes(.queue).map { ($0.queueID, $0) }, uniquingKeysWith: { first, _ in first })
        outputs = plan.changes.reduce(into: [:]) { known, change in
            for (output, value) in change.live?.outputs ?? [:] { known[Reference(change.address, output)] = value }
        }
        queuePath = Topic.queuePath(plan.stack.genesys.api)
        let buses = changes(.eventBus)
        let isPublic = plan.stack.genesys.api == .public
        integrations = changes(.integration).map { change in
            let bus = buses.first { $0.address.name == change.address.name }?.identity.name
            return Integration(address: change.address, title: change.title, mark: change.mark, bus: isPublic ? bus : "default")
        }
        self.buses = buses.map { Bus(name: $0.identity.name, mark: $0.mark) }
        let targets = Dictionary(grouping: changes(.target), by: \.address.name)
        rules = changes(.rule).map { rule($0, targets: targets[$0.address.name] ?? []) }
    }

    func integration(on bus: String) -> Integration? { integrations.first { $0.bus == bus } }

    private func rule(_ change: Change, targets: [Change]) -> Rule {
        Rule(
            address: change.address, title: change.title, bus: change.identity.scope, mark: change.mark,
            queues: linked(before: queueIDs(change.before), after: queueIDs(change.after)).map(queue),
            targets: targets.flatMap { target in
                linked(before: Self.consumers(target.before), after: Self.consumers(target.after))
                    .map { Target(consumer: $0, mark: $1) }
            })
    }

    private static func consumers(_ attributes: [String: Value]?) -> [Consumer] {
        attributes?["arn"]?.string.map { [Consumer(arn: $0)] } ?? []
    }

    private func linked<Element: Hashable & Comparable>(before: [Element], after: [Element]) -> [(Element, RoutingPicture.Mark)] {
        Set(before).union(after).sorted().map { element in
            switch (before.contains(element), after.contains(element)) {
            case (true, true): (element, .unchanged)
            case (false, _): (element, .added)
            case (true, false): (element, .removed)
            }
        }
    }

    /// The ids that a rule's pattern names; of one that leaves the queue open the empty text, and none of a schedule.
    private func queueIDs(_ attributes: [String: Value]?) -> [String] {
        guard let tree = attributes?["eventPattern"], let pattern = EventPattern(standingIn: tree.resolved { outputs[$0] }) else {
            return []
        }
        return pattern.exactTexts(at: queuePath) ?? [""]
    }

    private func queue(_ id: String, _ link: RoutingPicture.Mark) -> Queue {
        guard !id.isEmpty else { return Queue(id: id, title: "every queue", mark: .unchanged, linkMark: link) }
        guard let change = queues[id] else { return Queue(id: id, title: "queue \(id)", mark: .unchanged, linkMark: link) }
        return Queue(id: id, title: change.title, address: change.address, mark: change.mark, linkMark: link)
    }
}

extension Change {
    /// The id by which patterns name a queue.
    fileprivate var queueID: String { live?.id ?? identity.givenID ?? StandIn.id(of: address) }

    /// What people call it in its service.
    fileprivate var title: String {
        (after ?? before)?["name"]?.string ?? live?.attributes["name"]?.string ?? identity.givenID ?? identity.name
    }

    fileprivate var mark: RoutingPicture.Mark {
        switch action {
        case .noOp, .read: .unchanged
        case .create: .added
        case .update: .changed
        case .delete: .removed
        }
    }
}
