import Model
import OrderedCollections
import YAML

/// What a set declares, by kind and name.
struct ManifestSet {
    var stacks: OrderedDictionary<String, Declaration<StackSpec>> = [:]
    var integrations: OrderedDictionary<String, Declaration<IntegrationSpec>> = [:]
    var queues: OrderedDictionary<String, Declaration<QueueSpec>> = [:]
    var rules: OrderedDictionary<String, Declaration<RuleSpec>> = [:]
    var patternTests: OrderedDictionary<String, Declaration<PatternTestSpec>> = [:]
}

extension ManifestSet {
    /// Decodes one kind after the other, since each may name what those before it declare. The one place that goes through all kinds.
    init(taking documents: inout LayeredDocuments, isWhole: Bool, _ context: inout DecodingContext) {
        for kind in DocumentKind.allCases {
            var nodes = documents.take(kind)
            // Each is let go once it is decoded, so that its memory serves the next.
            while let (name, node) = nodes.popLast() {
                context.findings.address = name.flatMap { name in Kind(rawValue: kind.rawValue).map { Address($0, name) } }
                context.scope?.mayNameAbsent = node.isDeclaredAbsent
                switch kind {
                case .stack: stacks.add(Declaration(node, StackSpec.document, make: StackSpec.init, &context))
                case .integration: integrations.add(Declaration(node, IntegrationSpec.document, make: IntegrationSpec.init, &context))
                case .queue: queues.add(Declaration(node, QueueSpec.document, make: { QueueSpec() }, &context))
                case .rule: addRules(node, &context, isWhole: isWhole)
                case .patternTest: patternTests.add(Declaration(node, PatternTestSpec.document, make: PatternTestSpec.init, &context))
                }
            }
            context.findings.address = nil
            if kind == .stack { context.scope = Scope(stack(&context.findings), queues: documents.nodes(.queue)) }
            if kind == .integration { context.scope?.add(integrations.values) }
        }
    }
}

extension Declaration {
    /// `nil` where the document has no name, which is reported.
    convenience init?(_ node: YAMLNode, _ shape: Shape<Document<Spec>>, make: () -> Spec, _ context: inout DecodingContext) {
        let errors = context.findings.errorCount
        guard let document = shape.decode(node, &context), let metadata = document.metadata?.value, let name = metadata.name else {
            return nil
        }
        let labels = (metadata.labels?.value ?? []).map { ($0.key.value, $0.value.value) }
        self.init(
            name: name, labels: Dictionary(labels, uniquingKeysWith: { $1 }), annotations: metadata.annotations?.value ?? [],
            spec: document.spec?.value ?? make(),
            place: context.place(node.mark),
            isSound: context.findings.errorCount == errors)
    }
}

extension OrderedDictionary {
    mutating func add<Spec>(_ declaration: Declaration<Spec>?) where Key == String, Value == Declaration<Spec> {
        if let declaration { self[declaration.name.value] = declaration }
    }
}
