internal import EventPatterns
internal import Model
internal import Planning
internal import Routing

/// Which way events take through both clouds: queue → integration → bus → rule → target, as a plan leaves it, with what it adds, changes and removes.
struct RoutingPicture {
    enum Column: Int, Hashable, CaseIterable {
        case queue
        case integration
        case bus
        case rule
        case target
    }

    /// What a plan does to a part of the picture.
    enum Mark: Hashable {
        case unchanged
        case added
        case changed
        case removed
    }

    struct Node: Hashable {
        let column: Column
        let title: String
        /// Of a node that is a resource of the plan.
        var address: Address?
        var mark: Mark
    }

    struct Edge: Hashable {
        /// Indices of nodes.
        let from: Int
        let to: Int
        var mark: Mark
    }

    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []
    /// From a queue straight to the rules that take its events.
    private(set) var routes: [Edge] = []
    private var indices: [Key: Int] = [:]
    private var known: Set<Edge> = []

    private struct Key: Hashable {
        var column: Column
        var id: String
    }

    init(_ plan: Plan) {
        let routing = PlannedRouting(plan)
        for integration in routing.integrations {
            node(.integration, integration.address.description, integration.title, integration.mark, integration.address)
        }
        for bus in routing.buses { node(.bus, bus.name, bus.name, bus.mark) }
        for rule in routing.rules { add(rule, routing) }
    }

    /// The picture of these nodes alone.
    func restricted(to kept: Set<Int>) -> RoutingPicture {
        var picture = self
        let order = kept.sorted()
        let positions = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func moved(_ edges: [Edge]) -> [Edge] {
            edges.compactMap { edge in
                guard let from = positions[edge.from], let to = positions[edge.to] else { return nil }
                return Edge(from: from, to: to, mark: edge.mark)
            }
        }
        picture.nodes = order.map { nodes[$0] }
        picture.edges = moved(edges)
        picture.routes = moved(routes)
        return picture
    }

    private mutating func add(_ rule: PlannedRouting.Rule, _ routing: PlannedRouting) {
        let ruleNode = node(.rule, rule.address.description, rule.title, rule.mark, rule.address)
        let bus = node(.bus, rule.bus, rule.bus, .unchanged)
        let origin = routing.integration(on: rule.bus).map { node(.integration, $0.address.description, $0.title, $0.mark) }
        if let origin { edge(origin, bus, .unchanged) }
        edge(bus, ruleNode, rule.mark == .changed ? .unchanged : rule.mark)
        for queue in rule.queues {
            let queueNode = node(.queue, queue.id, queue.title, queue.mark, queue.address)
            edge(queueNode, origin ?? bus, .unchanged)
            routes.append(Edge(from: queueNode, to: ruleNode, mark: queue.linkMark))
        }
        for target in rule.targets {
            edge(ruleNode, node(.target, target.consumer.arn, target.consumer.title, .unchanged), target.mark)
        }
    }

    @discardableResult
    private mutating func node(_ column: Column, _ id: String, _ title: String, _ mark: Mark, _ address: Address? = nil) -> Int {
        let key = Key(column: column, id: id)
        if let index = indices[key] { return index }
        nodes.append(Node(column: column, title: title, address: address, mark: mark))
        indices[key] = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func edge(_ from: Int, _ to: Int, _ mark: Mark) {
        let edge = Edge(from: from, to: to, mark: mark)
        if known.insert(edge).inserted { edges.append(edge) }
    }
}
