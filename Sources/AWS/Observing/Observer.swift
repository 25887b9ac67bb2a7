internal import Cloud
internal import FoundationEssentials
internal import Model

/// One look at all that a desired state needs to know, and at what the stack's mark owns.
///
/// Calls, for R rules on the buses, N of them declared or owned: `ceil(R/100)` ListRules a bus, `ceil(N/100)` GetResources, N ListTargetsByRule,
/// one look at each policy (all log groups' together), and two at each declared role. ListRules tells all of a rule but its tags and targets, so that
/// nothing is described one by one.
struct Observer: Sendable {
    let desired: DesiredState
    /// As `Provider.observe` has it.
    let focus: Set<LiveIdentity>?
    let transport: any AWSTransport
    let polling: Polling
    let progress: ObservationSink

    var stack: Stack { desired.stack }

    func observe() async -> Observation {
        async let roles = RoleCheck(stack: stack, transport: transport).findings(desired)
        async let marking = result { () throws(ServiceError) in try await Tags(transport: transport).marked(stack.mark) }
        progress(.message("reading the rules of AWS"))
        let (found, finding) = AsyncStream.makeStream(of: LiveRule.self)
        async let targets = readTargets(of: found)
        var listings = await list(declaredBuses) { finding.yield($0) }
        finding.finish()
        let marked = await marking
        listings.merge(await list(Set((try? marked.get())?.keys.map(\.bus) ?? []).subtracting(declaredBuses))) { $1 }

        let sources = await sources(of: listings)
        let closing = goingBuses.union(sources.filter { $0.value.source?.state == .deleted }.keys)
        let rules = await observeRules(listings.values.flatMap(\.rules), await targets, marked, closing: closing)
        let holders = declaredHolders.union(rules.objects.values.flatMap(holders)).union(formerHolders(marked))
        let permissions = await observePermissions(holders)
        var observation = observeBuses(listings, rules, sources, closing: closing) + rules + permissions
        observation.findings += await roles
        if case .failure(let error) = marked { observation.gaps.append(Gap(.rule, scope: Self.elsewhere, error: error)) }
        return observation
    }

    /// Not a bus's name: where owned rules could not be looked for when the mark can't be searched.
    private static let elsewhere = "(buses that no manifest names)"
}

// MARK: - Buses

extension Observer {
    private var declaredBuses: Set<String> {
        Set(desired.declared(.eventBus).map(\.identity.name) + desired.declared(.rule).map(\.identity.scope))
    }

    private func list(_ buses: Set<String>, found: @escaping @Sendable (LiveRule) -> Void = { _ in }) async -> [String: BusListing] {
        let names = buses.sorted()
        let listings = await sideBySide(names) { await BusListing.read($0, stack.aws, transport, found: found) }
        return Dictionary(zip(names, listings), uniquingKeysWith: { first, _ in first })
    }

    /// What is known of the partners' sources of the buses that are to be there, and of those that are missing.
    private func sources(of listings: [String: BusListing]) async -> [String: EventSources.Answer] {
        let declared = Set(desired.resources(.eventBus).map(\.identity.name))
        let names = listings.filter { bus, listing in
            guard EventSources.isPartnerBus(bus) else { return false }
            return switch listing {
            case .rules: declared.contains(bus)
            case .noBus: !goingBuses.contains(bus)
            case .unreadable: false
            }
        }.keys.sorted()
        let found = await sideBySide(names) { name in
            await result { () throws(ServiceError) in try await EventSources(transport: transport, polling: polling).find(name) }
        }
        return Dictionary(zip(names, found), uniquingKeysWith: { first, _ in first })
    }

    private var goingBuses: Set<String> { Set(desired.absent.filter { $0.address.kind == .eventBus }.map(\.identity.name)) }

    /// - Parameter closing: the buses that are to be gone or made anew: all of the rules on them must be known, with their owners.
    private func observeBuses(
        _ listings: [String: BusListing], _ seen: Observation, _ sources: [String: EventSources.Answer], closing: Set<String>
    ) -> Observation {
        var observation = Observation()
        for (bus, listing) in listings.sorted(by: { $0.key < $1.key }) {
            switch listing {
            case .rules(let rules):
                var object = LiveBus.object(stack.aws, bus, sources[bus]?.source)
                if closing.contains(bus) {
                    object.occupants = rules.filter { !seen.owns($0.arn.identity) }.map(\.arn.name).sorted()
                }
                if desired.declared(.eventBus).contains(where: { $0.identity == object.identity }) {
                    observation.objects[object.identity] = object
                }
                observation.findings += sources[bus]?.unreadFinding(of: bus, address(of: bus)).map { [$0] } ?? []
            case .noBus:
                observation.findings +=
                    sources[bus]?.source?.expirationFinding(of: bus, address(of: bus), now: polling.now).map { [$0] } ?? []
            case .unreadable(let error):
                observation.gaps += [Gap(.eventBus, name: bus, error: error), Gap(.rule, scope: bus, error: error)]
                observation.gaps += Set(desired.resources(.target).map(\.identity.scope)).filter { RuleARN($0)?.bus == bus }.sorted()
                    .map { Gap(.target, scope: $0, error: error) }
            }
        }
        return observation
    }

    private func address(of bus: String) -> Address? { desired.resources(.eventBus).first { $0.identity.name == bus }?.address }
}

extension Observation {
    /// Whether a rule was seen to be the stack's own.
    fileprivate func owns(_ rule: LiveIdentity) -> Bool {
        if case .ours? = objects[rule]?.ownership { true } else { false }
    }
}
