public import EventPatterns
public import Model

/// A rule before or after a change, as far as it decides who gets what.
public struct RuleVersion: Hashable, Sendable {
    public var bus: String
    /// `nil` where it takes no events.
    public var pattern: EventPattern?
    public var consumers: Set<Consumer>

    public init(bus: String, pattern: EventPattern?, consumers: Set<Consumer>) {
        self.bus = bus
        self.pattern = pattern
        self.consumers = consumers
    }
}

extension RoutingImpact {
    /// What it means that a rule becomes another; `nil` where nobody gets anything else than before, or where that can't be told.
    ///
    /// - Parameters:
    ///   - before: `nil` for a rule that is made.
    ///   - after: `nil` for a rule that is deleted.
    public init?(of rule: Address, from before: RuleVersion?, to after: RuleVersion?, samples: SampleEvents, recordings: [EventSample]) {
        let versions = [before, after].compactMap { $0 }
        guard let bus = versions.first?.bus else { return nil }
        let events = samples.events(for: versions.compactMap(\.pattern), on: bus) + recordings
        let taken = events.compactMap { sample in (try? Event(json: sample.json)).map { (sample, $0) } }
            .map { sample, event in
                (sample.label, was: before?.pattern?.matches(event) == true, is: after?.pattern?.matches(event) == true)
            }
        let old: Set<Consumer?> = before.map(\.receivers) ?? []
        let new: Set<Consumer?> = after.map(\.receivers) ?? []
        let impacts = old.union(new).map { consumer in
            let (had, has) = (old.contains(consumer), new.contains(consumer))
            return ConsumerImpact(
                consumer: consumer, gained: taken.filter { has && $0.is && !(had && $0.was) }.map(\.0),
                lost: taken.filter { had && $0.was && !(has && $0.is) }.map(\.0))
        }
        let consumers = impacts.filter { !$0.gained.isEmpty || !$0.lost.isEmpty }
        guard !consumers.isEmpty else { return nil }
        self.init(rule: rule, consumers: consumers.sorted { ($0.title, $0.consumer?.arn ?? "") < ($1.title, $1.consumer?.arn ?? "") })
    }
}

extension RuleVersion {
    /// Nobody, where it has no consumers.
    fileprivate var receivers: Set<Consumer?> { consumers.isEmpty ? [nil] : Set(consumers.map { $0 }) }
}
