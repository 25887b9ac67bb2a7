import Model

extension Compiler {
    /// The event pattern that `match` means. In `public` a body lies in `eventBody`, and events bear the source of their integration.
    mutating func pattern(_ match: MatchSpec, source: String) -> Value {
        var pattern: [String: Value] = [
            "source": .list([.string(source)]), "detail-type": .list(topics(match.topics?.value ?? []).map { .string($0) }),
        ]
        if let queues = match.queues {
            let ids = Value.list(Set(ids(queues)).sorted { $0.patternOrder < $1.patternOrder })
            pattern["detail"] = stack.genesys.api == .public ? ["eventBody": ["queueId": ids]] : ["queueId": ids]
        }
        return .map(pattern)
    }

    private mutating func ids(_ selection: Located<QueueSelection>) -> [Value] {
        if case .names(let names) = selection.value { return names.compactMap { queueID($0) } }
        let selected = set.queues(in: selection.value)
        if selected.isEmpty, isWhole, case .labels(let selector) = selection.value, selector.matchLabels != nil {
            findings.report(
                "empty-selection", "no queue has these labels", at: selection.place,
                detail: "A pattern without a queue would match nothing.")
        }
        return selected.compactMap { queueID(Located(value: $0, place: selection.place)) }
    }
}

extension Value {
    /// Known ids before unknown ones.
    fileprivate var patternOrder: (Int, String) {
        if case .unknown(let unknown) = self { (1, unknown.description) } else { (0, string ?? "") }
    }
}
