import Model
import OrderedCollections
import YAML

/// The documents of a set by kind and name, later layers merged over earlier ones.
struct LayeredDocuments {
    struct Entry {
        var node: YAMLNode
        /// The last that wrote to the document.
        var layer: Int
        var place: SourceLocation
    }

    private var named: [DocumentKind: OrderedDictionary<String, Entry>] = [:]
    /// Documents whose name can't be read: they declare nothing, but have errors to be reported.
    private var unnamed: [DocumentKind: [YAMLNode]] = [:]

    /// The documents of all sources, and whether each source could be read whole: names that a broken one may declare can't be called unknown.
    static func read(_ sources: [ManifestSource], _ context: inout DecodingContext) -> (documents: LayeredDocuments, isWhole: Bool) {
        var documents = LayeredDocuments()
        var isWhole = true
        for (index, source) in sources.enumerated() {
            let stream = YAMLStream(source.bytes, source: index)
            stream.errors.forEach { context.report($0) }
            isWhole = isWhole && stream.errors.isEmpty
            for document in stream.documents where !document.isNull { documents.add(document, layer: source.layer, &context) }
        }
        return (documents, isWhole)
    }

    private mutating func add(_ node: YAMLNode, layer: Int, _ context: inout DecodingContext) {
        guard let kind = context.kind(of: node) else { return }
        guard let name = node["metadata"]?["name"] else {
            unnamed[kind, default: []].append(node)
            return
        }
        guard let text = name.scalar?.text else {
            unnamed[kind, default: []].append(node)
            return
        }
        let place = context.place(name.mark)
        guard let entry = named[kind]?[text] else {
            named[kind, default: [:]][text] = Entry(node: node, layer: layer, place: place)
            return
        }
        guard entry.layer < layer else {
            context.findings.report(
                "duplicate-resource", "\(kind.rawValue) `\(text)` is declared twice", at: place, detail: "First at \(entry.place).",
                fix: "Rename one of them, or remove it.")
            return
        }
        named[kind]?[text] = Entry(node: entry.node.merged(with: node), layer: layer, place: place)
    }

    /// Those that the last layer still declares.
    func nodes(_ kind: DocumentKind) -> [(name: String?, node: YAMLNode)] {
        let declared = (named[kind] ?? [:]).compactMap { name, entry in entry.node.isDeclared ? (name, entry.node) : nil }
        return declared + (unnamed[kind] ?? []).map { (nil, $0) }
    }
}

extension YAMLNode {
    fileprivate var isDeclared: Bool { self["spec"]?["lifecycle"]?["declare"]?.value != .bool(false) }

    /// Whether the document declares something to be gone, before it is decoded.
    var isDeclaredAbsent: Bool { self["spec"]?["lifecycle"]?["ensure"]?.scalar?.text == Lifecycle.Ensure.absent.rawValue }
}

extension DecodingContext {
    /// The kind decides what else a document may hold, so it is read first.
    fileprivate mutating func kind(of node: YAMLNode) -> DocumentKind? {
        guard node.mapping != nil else {
            error("wrong-type", "a manifest must be a mapping, not \(node.summary)", at: node.mark)
            return nil
        }
        guard let kind = node["kind"] else {
            error(
                "missing-key", "`kind` is missing", at: node.mark,
                detail: "Expected \(Schema.choice(DocumentKind.allCases.map(\.rawValue)).expectation).")
            return nil
        }
        enter("kind")
        defer { leave() }
        return Self.kinds.decode(kind, &self)
    }

    private static let kinds = ValueType.choice(DocumentKind.self)
}
