import Model
import OrderedCollections
import Parallel
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
    init(_ documents: LayeredDocuments, isWhole: Bool, _ context: inout DecodingContext) {
        for kind in DocumentKind.allCases {
            let set = self
            switch kind {
            case .stack:
                stacks = context.declarations(documents, kind) { [Declaration($0, StackSpec.document, make: StackSpec.init, &$1)] }
                context.scope = Scope(stack(&context.findings), queues: documents.nodes(.queue))
            case .integration:
                integrations = context.declarations(documents, kind) {
                    [Declaration($0, IntegrationSpec.document, make: IntegrationSpec.init, &$1)]
                }
                context.scope?.add(integrations.values)
            case .queue:
                queues = context.declarations(documents, kind) { [Declaration($0, QueueSpec.document, make: { QueueSpec() }, &$1)] }
            case .rule: rules = context.declarations(documents, kind) { set.rules($0, &$1, isWhole: isWhole) }
            case .patternTest:
                patternTests = context.declarations(documents, kind) {
                    [Declaration($0, PatternTestSpec.document, make: PatternTestSpec.init, &$1)]
                }
            }
        }
    }
}

extension DecodingContext {
    /// What the documents of a kind declare, by name.
    fileprivate mutating func declarations<Spec>(
        _ documents: LayeredDocuments, _ kind: DocumentKind,
        decode: @Sendable (YAMLNode, inout DecodingContext) -> [Declaration<Spec>?]
    ) -> OrderedDictionary<String, Declaration<Spec>> {
        let fresh = self.fresh
        let parts = documents.nodes(kind).inParts(ofAtLeast: 256) { part in
            var context = fresh
            let declarations = part.flatMap { name, node in
                context.findings.address = name.flatMap { name in Kind(rawValue: kind.rawValue).map { Address($0, name) } }
                context.scope?.mayNameAbsent = node.isDeclaredAbsent
                return decode(node, &context)
            }
            return (declarations: declarations.compactMap(\.self), findings: context.findings)
        }
        parts.forEach { findings.append($0.findings) }
        return OrderedDictionary(parts.flatMap(\.declarations).map { ($0.name.value, $0) }, uniquingKeysWith: { $1 })
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
