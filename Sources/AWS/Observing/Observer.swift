internal import FoundationEssentials
internal import Model

/// One look at all that a desired state needs to know, and at what the stack's mark owns.
///
/// Calls, for R rules on the buses, N of them declared or owned: `ceil(R/100)` ListRules a bus, `ceil(N/100)` GetResources, N ListTargetsByRule,
/// and a GetPolicy for each function. ListRules tells all of a rule but its tags and targets, so that nothing is described one by one.
struct Observer: Sendable {
    let desired: DesiredState
    let transport: any AWSTransport
    let polling: Polling
    let progress: ProgressSink

    var stack: Stack { desired.stack }

    func observe() async -> Observation {
        async let marking = result { () throws(ServiceError) in try await Tags(transport: transport).marked(stack.mark) }
        var listings = await list(declaredBuses)
        let marked = await marking
        listings.merge(await list(Set((try? marked.get())?.keys.map(\.bus) ?? []).subtracting(declaredBuses))) { $1 }

        let rules = await observeRules(listings.values.flatMap(\.rules), marked)
        let former = (try? marked.get())?.values.flatMap(FormerFunctions.remembered) ?? []
        let functions = declaredFunctions.union(rules.objects.values.compactMap(Self.function)).union(former)
        let permissions = await observePermissions(functions)
        var observation = observeBuses(listings, rules) + rules + permissions
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

    private func list(_ buses: Set<String>) async -> [String: BusListing] {
        let names = buses.sorted()
        let listings = await sideBySide(names) { await listing(of: $0) }
        return Dictionary(zip(names, listings), uniquingKeysWith: { first, _ in first })
    }

    private func listing(of bus: String) async -> BusListing {
        let listing = await BusListing.read(bus, stack.aws, transport)
        if case .noBus = listing, EventSources.isPartnerBus(bus) { await tellExpiration(of: bus) }
        return listing
    }

    /// Only for people: a source that can't be asked about is no gap.
    private func tellExpiration(of source: String) async {
        let found = await result { () throws(ServiceError) in try await EventSources(transport: transport, polling: polling).find(source) }
        guard case .success(let found?) = found, found.state == .pending, let expiration = found.expiration else { return }
        let days = Int(expiration.timeIntervalSince(polling.now) / 86_400)
        progress("partner event source \(source) is PENDING: it expires in \(days) days unless a bus is associated with it")
    }

    /// The buses that are declared to be gone: all of the rules on them must be known, with their owners.
    var goingBuses: Set<String> { Set(desired.absent.filter { $0.address.kind == .eventBus }.map(\.identity.name)) }

    private func observeBuses(_ listings: [String: BusListing], _ seen: Observation) -> Observation {
        var observation = Observation()
        for (bus, listing) in listings.sorted(by: { $0.key < $1.key }) {
            switch listing {
            case .rules(let rules):
                var object = LiveBus.object(stack.aws, bus)
                if goingBuses.contains(bus) {
                    object.occupants = rules.filter { !seen.owns($0.identity) }.map(\.arn.name).sorted()
                }
                if desired.declared(.eventBus).contains(where: { $0.identity == object.identity }) {
                    observation.objects[object.identity] = object
                }
            case .noBus:
                break
            case .unreadable(let error):
                observation.gaps += [Gap(.eventBus, name: bus, error: error), Gap(.rule, scope: bus, error: error)]
                observation.gaps += Set(desired.resources(.target).map(\.identity.scope)).filter { RuleARN($0)?.bus == bus }.sorted()
                    .map { Gap(.target, scope: $0, error: error) }
            }
        }
        return observation
    }
}

extension Observation {
    /// Whether a rule was seen to be the stack's own.
    fileprivate func owns(_ rule: LiveIdentity) -> Bool {
        if case .ours? = objects[rule]?.ownership { true } else { false }
    }
}
