import Model
import OrderedCollections
import YAML

/// The documents of a set, by kind, each name once.
struct ManifestSet {
    var stacks: OrderedDictionary<String, Declaration<StackSpec>> = [:]
    var integrations: OrderedDictionary<String, Declaration<IntegrationSpec>> = [:]
    var queues: OrderedDictionary<String, Declaration<QueueSpec>> = [:]
    var rules: OrderedDictionary<String, Declaration<RuleSpec>> = [:]
}

extension ManifestSet {
    /// Adds what a document declares. The one place that goes through all kinds.
    mutating func add(_ node: YAMLNode, _ context: inout DecodingContext) {
        guard let kind = context.kind(of: node) else { return }
        switch kind {
        case .stack: add(node, StackSpec.document, to: \.stacks, nil, make: StackSpec.init, &context)
        case .integration: add(node, IntegrationSpec.document, to: \.integrations, .integration, make: IntegrationSpec.init, &context)
        case .queue: add(node, QueueSpec.document, to: \.queues, .queue, make: { QueueSpec() }, &context)
        case .rule: add(node, RuleSpec.document, to: \.rules, .rule, make: RuleSpec.init, &context)
        }
    }

    private mutating func add<Spec>(
        _ node: YAMLNode, _ shape: Shape<Document<Spec>>,
        to path: WritableKeyPath<ManifestSet, OrderedDictionary<String, Declaration<Spec>>>, _ kind: Kind?,
        make: () -> Spec, _ context: inout DecodingContext
    ) {
        context.findings.address = kind.flatMap { kind in node.declaredName.map { Address(kind, $0) } }
        defer { context.findings.address = nil }
        let findings = context.findings.diagnostics.count
        guard let document = shape.decode(node, &context), let name = document.metadata?.value.name else { return }
        if let first = self[keyPath: path][name.value] {
            context.findings.report(
                "duplicate-resource", "\(document.kind?.value ?? "") `\(name.value)` is declared twice", at: name.place,
                detail: "First at \(first.name.place).", fix: "Rename one of them, or remove it.")
            return
        }
        self[keyPath: path][name.value] = Declaration(
            name: name, spec: document.spec?.value ?? make(), place: context.place(node.mark),
            isSound: context.findings.diagnostics.count == findings)
    }
}

extension DecodingContext {
    /// The kind decides what else a document may hold, so it is read first.
    fileprivate mutating func kind(of node: YAMLNode) -> DocumentKind? {
        guard let members = node.mapping else {
            error("wrong-type", "a manifest must be a mapping, not \(node.summary)", at: node.mark)
            return nil
        }
        guard let kind = members[YAMLNode.key("kind")] else {
            error(
                "missing-key", "`kind` is missing", at: node.mark,
                detail: "Expected \(Schema.choice(DocumentKind.allCases.map(\.rawValue)).expectation).")
            return nil
        }
        enter("kind")
        defer { leave() }
        return ValueType.choice(DocumentKind.self).decode(kind, &self)
    }
}

extension YAMLNode {
    fileprivate static func key(_ name: String) -> YAMLNode {
        YAMLNode(.scalar(YAMLScalar(name, style: .plain)), mark: YAMLMark(source: 0, line: 0, column: 0))
    }

    fileprivate var declaredName: String? { mapping?[.key("metadata")]?.mapping?[.key("name")]?.scalar?.text }
}
