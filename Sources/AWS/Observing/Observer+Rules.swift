internal import Cloud
internal import Model

extension Observer {
    typealias Marked = Result<[RuleARN: [String: String]], ServiceError>
    typealias Targets = [RuleARN: Result<[LiveTarget], ServiceError>]

    /// The targets of the declared among the rules that a listing finds, each read while the listing goes on.
    func readTargets(of rules: AsyncStream<LiveRule>) async -> Targets {
        let declared = Set(desired.declared(.rule).map(\.identity))
        return await withTaskGroup(of: (RuleARN, Result<[LiveTarget], ServiceError>).self) { group in
            for await rule in rules where declared.contains(rule.arn.identity) {
                progress(.expecting(1))
                group.addTask {
                    defer { progress(.received) }
                    return (rule.arn, await targets(of: rule))
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    /// The declared and the owned among the rules, with their targets.
    ///
    /// - Parameters:
    ///   - targets: those that are read already.
    ///   - closing: the buses of whose rules each must be known, with its owner.
    func observeRules(_ rules: [LiveRule], _ targets: Targets, _ marked: Marked, closing: Set<String>) async -> Observation {
        let marked = (try? marked.get()) ?? [:]
        let declared = Set(desired.declared(.rule).map(\.identity))
        let candidates = rules.filter { rule in
            let isClosing = closing.contains(rule.arn.bus)
            guard isClosing || focus?.contains(rule.arn.identity) ?? true else { return declared.contains(rule.arn.identity) }
            return declared.contains(rule.arn.identity) || marked[rule.arn] != nil || (marked.isEmpty || isClosing) && rule.managedBy == nil
        }
        let unread = Set(candidates.map(\.arn)).subtracting(targets.keys)
        progress(.expecting(unread.count))
        let observations = await sideBySide(candidates.sorted { $0.arn < $1.arn }) { rule in
            defer { if unread.contains(rule.arn) { progress(.received) } }
            return await observe(
                rule, targets[rule.arn], isDeclared: declared.contains(rule.arn.identity), marked: marked[rule.arn])
        }
        return Observation(observations)
    }

    /// - Parameter marked: the rule's tags where the tagging API has found the mark among them. It may lag behind: what it does not know of a
    ///   declared rule, and what it says of one that is no longer declared and so may be deleted, is asked of EventBridge itself.
    private func observe(
        _ rule: LiveRule, _ targets: Result<[LiveTarget], ServiceError>?, isDeclared: Bool, marked: [String: String]?
    ) async -> Observation {
        let tags: Result<[String: String], ServiceError>
        if rule.managedBy != nil {
            tags = .success([:])
        } else if isDeclared, let marked {
            tags = .success(marked)
        } else {
            tags = await result { () throws(ServiceError) in try await Tags(transport: transport).read(rule.arn.description) }
        }
        let object = object(of: rule, tags)
        switch object.ownership {
        case .ours:
            return await observe(targets, of: rule, object.ownership) + Observation(objects: [object])
        case _ where isDeclared:
            return await observe(targets, of: rule, object.ownership) + Observation(objects: [object])
        case .unreadable(let error):
            // The tagging API's word is enough to say what is left out, though not to delete it.
            let found = marked.map { [self.object(of: rule, .success($0))] } ?? []
            return Observation(objects: found, gaps: [Gap(.rule, scope: rule.arn.bus, name: rule.arn.name, error: error)])
        case .another, .unmarked, .shared, .service:
            return Observation()
        }
    }

    private func object(of rule: LiveRule, _ tags: Result<[String: String], ServiceError>) -> LiveObject {
        switch tags {
        case .success(let tags):
            let ownership = rule.managedBy.map { .service($0) } ?? OwnershipTag.ownership(of: tags, for: stack.mark)
            return rule.object(tags: tags, ownership: ownership)
        case .failure(let error):
            return rule.object(tags: [:], ownership: .unreadable(error))
        }
    }

    /// A rule's targets are whose the rule is.
    ///
    /// - Parameter known: `nil` where they are still to be read.
    private func observe(
        _ known: Result<[LiveTarget], ServiceError>?, of rule: LiveRule, _ ownership: Ownership
    ) async -> Observation {
        let targets = if let known { known } else { await targets(of: rule) }
        switch targets {
        case .success(let targets): return Observation(objects: targets.map { $0.object(of: rule.arn, ownership: ownership) })
        case .failure(let error): return Observation(gaps: [Gap(.target, scope: rule.arn.description, error: error)])
        }
    }

    private func targets(of rule: LiveRule) async -> Result<[LiveTarget], ServiceError> {
        await result { () throws(ServiceError) in
            try await transport.list(
                .listTargetsByRule, ["Rule": .string(rule.arn.name), "EventBusName": .string(rule.arn.bus)], LiveTarget.init)
        }
    }
}
