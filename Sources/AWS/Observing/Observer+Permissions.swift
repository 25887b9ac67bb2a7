internal import Cloud
internal import Model

extension Observer {
    var declaredHolders: Set<PolicyHolder> {
        Set(desired.resources(.permission).compactMap { PolicyHolder($0.identity.scope) })
    }

    /// What a live target of a rule that is the stack's own leads to: its policy may hold statements that are no longer declared. The policies of other
    /// accounts are theirs.
    func holders(of object: LiveObject) -> Set<PolicyHolder> {
        guard object.identity.kind == .target, case .ours = object.ownership else { return [] }
        return PolicyHolder.of(target: object.attributes).filter { $0.isIn(stack.aws) }
    }

    /// What the tags of the stack's rules remember.
    func formerHolders(_ marked: Marked) -> [PolicyHolder] {
        let rules = (try? marked.get())?.filter { focus?.contains($0.key.identity) ?? true } ?? [:]
        return rules.values.flatMap(FormerHolders.remembered).filter { $0.isIn(stack.aws) }
    }

    /// One look at each policy; the log groups' are told all at once.
    func observePermissions(_ holders: Set<PolicyHolder>) async -> Observation {
        let declared = Dictionary(grouping: desired.resources(.permission), by: \.identity.scope)
        let groups = holders.filter { $0.service == .logs }.sorted()
        async let logs = groups.isEmpty ? Observation() : observe(groups, declared)
        let others = holders.subtracting(groups)
        progress(.expecting(others.count))
        let observations = await sideBySide(others.sorted()) { holder in
            defer { progress(.received) }
            do throws(ServiceError) {
                return observation(of: try await PolicyReader(transport: transport).policy(of: holder, stack.mark), [holder], declared)
            } catch {
                return Observation(gaps: [Gap(.permission, scope: holder.arn, error: error)])
            }
        }
        return Observation(observations + [await logs])
    }

    private func observe(_ groups: [PolicyHolder], _ declared: [String: [DesiredResource]]) async -> Observation {
        do throws(ServiceError) {
            return observation(of: try await LogsPolicy(stack.mark, transport: transport).read(), groups, declared)
        } catch {
            return Observation(gaps: groups.map { Gap(.permission, scope: $0.arn, error: error) })
        }
    }

    /// - Parameters:
    ///   - holders: whose policy it is.
    ///   - declared: all declared statements by their holders' ARNs.
    private func observation(of policy: PolicyDocument?, _ holders: [PolicyHolder], _ declared: [String: [DesiredResource]]) -> Observation
    {
        let statements = holders.flatMap { policy?.statements(about: $0) ?? [] }
        return Observation(
            objects: statements.map { $0.object(for: stack.mark) },
            findings: PolicySize(policy ?? .empty, wanted: holders.flatMap { declared[$0.arn] ?? [] }, stack.mark).findings)
    }
}
