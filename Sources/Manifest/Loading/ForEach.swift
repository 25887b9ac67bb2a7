import Model
import OrderedCollections
import YAML

extension ManifestSet {
    /// One rule, or one for each queue of its `forEach`.
    func rules(_ node: YAMLNode, _ context: inout DecodingContext, isWhole: Bool) -> [Declaration<RuleSpec>] {
        guard let forEach = node["spec"]?["forEach"] else {
            return Declaration(node, RuleSpec.document, make: RuleSpec.init, &context).map { [$0] } ?? []
        }
        let selected = queues(forEach, &context, isWhole: isWhole, mayBeAbsent: node.isDeclaredAbsent)
        defer { context.scope?.queue = nil }
        // What else is wrong with it is reported all the same, for a queue that isn't there.
        if selected.isEmpty {
            context.scope?.queue = "queue"
            _ = Declaration(node, RuleSpec.document, make: RuleSpec.init, &context)
        }
        return selected.compactMap { queue in
            context.scope?.queue = queue
            return Declaration(node, RuleSpec.document, make: RuleSpec.init, &context)?.named(for: queue)
        }
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
