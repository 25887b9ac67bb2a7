import OrderedCollections

/// Makes node trees of events: expands aliases, merges `<<`, finds duplicate keys, and keeps the whole within its limits.
///
/// A tree shares what aliases repeat, so it is small however often it repeats; the limits are for those who walk it.
struct YAMLComposer {
    private(set) var documents: [YAMLNode] = []
    var errors: [YAMLError] = []

    private let limits: YAMLLimits
    private var open: [Collection] = []
    private var root: YAMLNode?
    private var anchors: [String: Anchor] = [:]
    /// Anchors of collections that are still open: an alias to one would never end.
    private var openAnchors: Set<String> = []
    /// What aliases have added so far.
    private(set) var aliasedNodes = 0
    private var documentIsWhole = true

    private struct Collection {
        var isMapping: Bool
        var start: YAMLEvent
        /// Of a mapping: keys and values by turns.
        var children: [YAMLNode] = []
        var size = 1
        var height = 1
    }

    private struct Anchor {
        var node: YAMLNode
        /// The nodes of its tree, aliases expanded.
        var size: Int
        /// The levels of its tree; 0 for a scalar.
        var height: Int
    }

    init(limits: YAMLLimits) { self.limits = limits }

    /// - Throws: an error after which nothing more can be made of the text.
    mutating func take(_ event: YAMLEvent) throws(YAMLError) {
        switch event.kind {
        case .documentStart: startDocument()
        case .documentEnd: if let root, documentIsWhole { documents.append(root) }
        case .alias: try expand(event)
        case .scalar(let scalar):
            add(YAMLNode(.scalar(scalar), tag: event.tag, mark: event.mark), size: 1, height: 0, anchor: event.anchor)
        case .sequenceStart: try begin(event, isMapping: false)
        case .mappingStart: try begin(event, isMapping: true)
        case .collectionEnd: end()
        }
    }

    private mutating func startDocument() {
        root = nil
        anchors = [:]
        openAnchors = []
        documentIsWhole = true
    }

    private mutating func begin(_ event: YAMLEvent, isMapping: Bool) throws(YAMLError) {
        guard open.count < limits.depth else {
            throw YAMLError(.tooDeep, "the text is nested more than \(limits.depth) levels deep", mark: event.mark)
        }
        if let anchor = event.anchor { openAnchors.insert(anchor) }
        var collection = Collection(isMapping: isMapping, start: event)
        // Most mappings have no more than three members.
        if isMapping { collection.children.reserveCapacity(6) }
        open.append(collection)
    }

    private mutating func end() {
        guard let collection = open.popLast() else { return }
        let content: YAMLNode.Content =
            collection.isMapping ? .mapping(mapping(collection.children)) : .sequence(collection.children)
        if let anchor = collection.start.anchor { openAnchors.remove(anchor) }
        let node = YAMLNode(content, tag: collection.start.tag, mark: collection.start.mark)
        add(node, size: collection.size, height: collection.height, anchor: collection.start.anchor)
    }

    private mutating func add(_ node: YAMLNode, size: Int, height: Int, anchor: String?) {
        if let anchor { anchors[anchor] = Anchor(node: node, size: size, height: height) }
        guard let last = open.indices.last else {
            root = node
            return
        }
        open[last].children.append(node)
        open[last].size += size
        open[last].height = max(open[last].height, height + 1)
    }

    private mutating func expand(_ event: YAMLEvent) throws(YAMLError) {
        let name = event.anchor ?? ""
        guard !openAnchors.contains(name) else {
            report(.recursiveAlias, "the alias `*\(name)` stands within what it repeats", at: event.mark)
            return
        }
        guard let anchor = anchors[name] else {
            report(.undefinedAlias, "the alias `*\(name)` has no anchor `&\(name)` before it", at: event.mark)
            return
        }
        aliasedNodes += anchor.size
        guard aliasedNodes <= limits.aliasedNodes else {
            throw YAMLError(.tooManyAliases, "aliases repeat more than \(limits.aliasedNodes) nodes", mark: event.mark)
        }
        guard open.count + anchor.height <= limits.depth else {
            throw YAMLError(.tooDeep, "with its aliases the text is nested more than \(limits.depth) levels deep", mark: event.mark)
        }
        add(anchor.node, size: anchor.size, height: anchor.height, anchor: nil)
    }

    /// The document goes on, so that its other errors are found, but is not handed out; a null holds the place.
    private mutating func report(_ reason: YAMLError.Reason, _ message: String, at mark: YAMLMark) {
        errors.append(YAMLError(reason, message, mark: mark))
        documentIsWhole = false
        add(YAMLNode(.scalar(YAMLScalar("", style: .plain)), mark: mark), size: 1, height: 0, anchor: nil)
    }

    private mutating func mapping(_ children: [YAMLNode]) -> YAMLMapping {
        var members = YAMLMapping(minimumCapacity: children.count / 2)
        var merged: [YAMLNode] = []
        for index in stride(from: 0, to: children.count - 1, by: 2) {
            let (key, value) = (children[index], children[index + 1])
            if key.isMergeKey {
                merged += mergeSources(value)
                continue
            }
            let (first, position) = members.updateValue(value, forKey: key, insertingAt: members.count)
            guard let first else { continue }
            members.values[position] = first
            let mark = members.keys[position].mark
            errors.append(YAMLError(.duplicateKey(first: mark), "the key `\(key.scalar?.text ?? "…")` is given twice", mark: key.mark))
        }
        for source in merged {
            members.merge(source.mapping ?? [:]) { own, _ in own }
        }
        return members
    }

    /// The mappings that `<<` merges, those that win first (yaml.org/type/merge).
    private mutating func mergeSources(_ value: YAMLNode) -> [YAMLNode] {
        let sources = value.sequence ?? [value]
        for source in sources where source.mapping == nil {
            errors.append(YAMLError(.invalidMerge, "`<<` merges a mapping or a list of mappings", mark: source.mark))
        }
        return sources
    }
}

extension YAMLNode {
    fileprivate var isMergeKey: Bool {
        if case .scalar(let scalar) = content { tag == nil && scalar.style == .plain && scalar.text == "<<" } else { false }
    }
}
