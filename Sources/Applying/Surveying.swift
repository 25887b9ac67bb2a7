public import Model
public import Planning

extension Planner {
    /// Observes both clouds side by side and plans.
    ///
    /// What is missing may have been renamed. Where the first look leaves that open, a second one looks up the ids that the rules filter on. Queues that
    /// patterns name by their bare ids are looked up last, and topics that would be published for the first time.
    ///
    /// - Parameter base: the manifests before a change, to be held against the same observation, so that each change tells its origin.
    public func plan(
        _ desired: DesiredState, comparedWith base: Base? = nil, observing providers: [any Provider],
        progress: @escaping @Sendable (System, ObservationProgress) -> Void = { _, _ in }
    ) async -> Plan {
        await survey(desired, comparedWith: base, focus: nil, observing: providers, progress: progress)
    }

    /// Plans the changes of a plan once more, from a fresh look at what they touch and no more.
    public func plan(again plan: Plan, observing providers: [any Provider]) async -> Plan {
        plan.part(of: await survey(plan.desiredPart, comparedWith: nil, focus: plan.focus, observing: providers) { _, _ in })
    }

    private func survey(
        _ desired: DesiredState, comparedWith base: Base?, focus: Set<LiveIdentity>?, observing providers: [any Provider],
        progress: @escaping @Sendable (System, ObservationProgress) -> Void
    ) async -> Plan {
        func lookUp(_ queues: [DesiredResource]) async -> Observation {
            await providers.filter { $0.system == .genesys }
                .observe(DesiredState(stack: desired.stack, resources: queues), progress: progress)
        }

        let former = base?.former(of: desired)
        var observed = await providers.observe(former.map(desired.joined) ?? desired, focus: focus, progress: progress)
        if former != nil { observed.gaps.removeAll { gap in !desired.isConcerned(by: gap) } }
        let unidentified = desired.queuesToIdentify(observed)
        if !unidentified.isEmpty {
            var second = await lookUp(unidentified)
            // An id that leads nowhere is a queue that was deleted.
            second.gaps.removeAll { $0.error.reason == .notFound }
            observed = observed + second
        }
        var plan = plan(desired, observed)
        if let base { plan = plan.compared(with: former.map { self.plan($0, observed) }, named: base.name) }
        let bare = plan.bareQueues
        if !bare.isEmpty {
            let findings = plan.bareQueueFindings(await lookUp(bare)).filter { finding in
                !desired.ignoredChecks.contains { $0.covers(finding.code, finding.address) }
            }
            plan.diagnostics = (plan.diagnostics + findings).sorted()
        }
        if plan.addsTopics, let source = providers.lazy.compactMap({ $0 as? any TopicSource }).first {
            plan.diagnostics = (plan.diagnostics + plan.topicFindings(await source.transports())).sorted()
        }
        return plan
    }
}

extension TopicSource {
    fileprivate func transports() async -> Result<[String: [String]], ServiceError> {
        do throws(ServiceError) { return .success(try await topicTransports()) } catch { return .failure(error) }
    }
}
