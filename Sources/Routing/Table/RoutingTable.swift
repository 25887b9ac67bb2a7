public import EventPatterns
public import Model

/// Who gets which events, by what a set of manifests declares: queues, integrations and where their events arrive, rules and their targets.
///
/// What isn't known yet has a stand-in, so that all can be told offline.
public struct RoutingTable: Sendable {
    public let stack: Stack
    public let catalog: TopicCatalog
    public let queues: [RoutedQueue]
    public let origins: [EventOrigin]
    public let rules: [RoutedRule]

    /// - Parameters:
    ///   - observation: tells the ids of what is live; where there is none, they have stand-ins.
    ///   - patterns: those of rules that have been parsed already; all others are.
    public init(_ state: DesiredState, observation: Observation? = nil, patterns: [Address: WrittenPattern] = [:]) {
        let live = observation.map(state.live) ?? [:]
        let outputs = live.flatMap { address, object in object.outputs.map { (Reference(address, $0.key), $0.value) } }
        let known = Dictionary(outputs, uniquingKeysWith: { $1 })
        stack = state.stack
        catalog = .of(state.stack.genesys.api)
        queues = state.resources(.queue).map { queue in
            RoutedQueue(
                address: queue.address, title: queue.attributes["name"]?.string ?? queue.address.name,
                id: live[queue.address]?.id ?? queue.identity.givenID ?? StandIn.id(of: queue.address))
        }
        origins = state.resources(.integration).compactMap { EventOrigin($0, in: state) }
        let resources = state.resources
        let targets = Dictionary(grouping: state.positions(.target)) { resources[$0].address.name }
        let permissions = Dictionary(
            state.positions(.permission).map { (resources[$0].address, resources[$0].identity.scope) },
            uniquingKeysWith: { first, _ in first })
        var destinations: [String: Destination] = [:]
        rules = state.positions(.rule).map { position in
            let own = targets[resources[position].address.name] ?? []
            let rule = resources[position]
            let pattern = patterns[rule.address] ?? rule.pattern(knowing: known)
            return RoutedRule(
                rule, pattern, targets: own.compactMap { RoutedTarget(resources[$0], permissions, &destinations, $0) }, position)
        }
    }

    /// The integration whose events arrive on a bus, where the set declares it.
    public func origin(on bus: String) -> EventOrigin? { origins.first { $0.bus == bus } }
}

extension DesiredState {
    /// The live objects of the declared resources.
    fileprivate func live(_ observation: Observation) -> [Address: LiveObject] {
        let pairs = resources.compactMap { resource -> (Address, LiveObject)? in
            guard case .present(let object) = observation.lookUp(resource.identity) else { return nil }
            return (resource.address, object)
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension EventOrigin {
    fileprivate init?(_ integration: DesiredResource, in state: DesiredState) {
        let bus = state.resources(.eventBus).first { $0.address.name == integration.address.name }?.attributes["name"]?.string
        let isPublic = state.stack.genesys.api == .public
        guard let bus = isPublic ? bus : "default" else { return nil }
        self.init(
            integration: integration.address, bus: bus, source: isPublic ? bus : "genesys.cloud",
            topics: integration.attributes["topics"]?.strings, isShared: integration.lifecycle.listPolicy == .shared,
            isEnabled: integration.attributes["enabled"]?.bool)
    }
}

extension DesiredResource {
    fileprivate func pattern(knowing known: [Reference: Value]) -> WrittenPattern? {
        attributes["eventPattern"].flatMap { try? WrittenPattern(utf8: $0.resolved { known[$0] }.resolved(StandIn.value).utf8JSON) }
    }
}

extension RoutedRule {
    fileprivate init(_ rule: DesiredResource, _ pattern: WrittenPattern?, targets: [RoutedTarget], _ position: Int) {
        self.init(
            address: rule.address, bus: rule.identity.scope, pattern: pattern?.pattern, patternLength: pattern?.length ?? 0,
            isEnabled: rule.attributes["state"] != "DISABLED", targets: targets, place: rule.place, position: position)
    }
}

/// What an ARN leads to; read once for all targets that lead there.
private struct Destination {
    let consumer: Consumer
    /// Whose policy must let EventBridge in.
    let holder: String

    init(arn: String) {
        consumer = Consumer(arn: arn)
        holder = PolicyHolder(arn)?.arn ?? arn
    }
}

extension RoutedTarget {
    /// - Parameter permissions: whose policy each declared statement is in.
    fileprivate init?(
        _ target: DesiredResource, _ permissions: [Address: String], _ destinations: inout [String: Destination], _ position: Int
    ) {
        guard let arn = target.attributes["arn"]?.string else { return nil }
        let destination: Destination
        if let known = destinations[arn] {
            destination = known
        } else {
            destination = Destination(arn: arn)
            destinations[arn] = destination
        }
        let permission = target.dependencies.lazy.filter { $0.kind == .permission && permissions[$0] == destination.holder }.min()
        self.init(
            address: target.address, consumer: destination.consumer, roleARN: target.attributes["roleArn"]?.string,
            deadLetterQueue: target.attributes["deadLetterConfig"]?["arn"]?.string, permission: permission,
            place: target.place, position: position)
    }
}

extension EventPattern {
    /// The pattern that an attribute holds, unknown ids with their stand-ins; `nil` where it is none.
    public init?(standingIn attribute: Value) {
        guard let pattern = try? EventPattern(utf8: attribute.resolved(StandIn.value).utf8JSON) else { return nil }
        self = pattern
    }
}
