import Model
import OrderedCollections
import YAML

extension ManifestSet {
    /// One rule, or one for each queue of its `forEach`.
    mutating func addRules(_ node: YAMLNode, _ context: inout DecodingContext, isWhole: Bool) {
        guard let forEach = node["spec"]?["forEach"] else {
            rules.add(Declaration(node, RuleSpec.document, make: RuleSpec.init, &context))
            return
        }
        let selected = queues(forEach, &context, isWhole: isWhole, mayBeAbsent: node.isDeclaredAbsent)
        defer { context.scope?.queue = nil }
        for queue in selected {
            context.scope?.queue = queue
            guard let rule = Declaration(node, RuleSpec.document, make: RuleSpec.init, &context) else { return }
            rules.add(rule.named(for: queue))
        }
        guard selected.isEmpty else { return }
        // What else is wrong with it is reported all the same, for a queue that isn't there.
        context.scope?.queue = "queue"
        _ = Declaration(node, RuleSpec.document, make: RuleSpec.init, &context)
    }

    private func queues(_ forEach: YAMLNode, _ context: inout DecodingContext, isWhole: Bool, mayBeAbsent: Bool) -> [String] {
        context.enter("spec.forEach")
        defer { context.leave() }
        guard let selection = ForEachSpec.shape.decode(forEach, &context)?.queue else { return [] }
        if case .names(let names) = selection.value, isWhole {
            for name in names where queues[name.value] == nil {
                context.findings.reportDangling(name, .queue, among: queues.keys)
            }
        }
        if case .names(let names) = selection.value, !mayBeAbsent {
            for name in names where queues[name.value]?.spec.lifecycle.isAbsent == true { context.findings.reportAbsent(.queue, name) }
        }
        let selected = queues(in: selection.value).filter { queues[$0] != nil }
        if case .labels = selection.value, selected.isEmpty {
            context.findings.report("empty-selection", "no queue is selected, so no rule is made", at: selection.place, severity: .warning)
        }
        return selected
    }

    /// The names of the selected queues: by name also those that don't exist, by labels only those that are to be there.
    func queues(in selection: QueueSelection) -> [String] {
        switch selection {
        case .names(let names): names.map(\.value)
        case .labels(let selector):
            queues.values.filter { selector.matches($0.labels) && !$0.spec.lifecycle.isAbsent }.map(\.name.value).sorted()
        }
    }
}
