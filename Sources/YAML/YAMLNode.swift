public import OrderedCollections

/// A node of a document, with the place where it begins. Aliases are expanded and merge keys merged; an expanded node keeps the place of its anchor.
///
/// A class, since trees share their nodes: what aliases repeat, what layers leave as it is, what decoders hand on.
public final class YAMLNode: Sendable {
    public enum Content: Hashable, Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping(YAMLMapping)
    }

    public let content: Content
    /// In full, such as `tag:yaml.org,2002:str`; `nil` where the text gives none.
    public let tag: String?
    public let mark: YAMLMark

    public init(_ content: Content, tag: String? = nil, mark: YAMLMark) {
        self.content = content
        self.tag = tag
        self.mark = mark
    }
}

/// Keys in the order of the text, each once.
public typealias YAMLMapping = OrderedDictionary<YAMLNode, YAMLNode>

/// A scalar's text after quotes, escapes and folding; a plain one is as it stands in the file.
public struct YAMLScalar: Hashable, Sendable {
    public enum Style: Hashable, Sendable {
        case plain
        case quoted
        /// `|` or `>`.
        case block
    }

    public var text: String
    public var style: Style

    public init(_ text: String, style: Style) {
        self.text = text
        self.style = style
    }
}

/// Nodes are equal when they say the same, wherever they stand and however they are quoted.
extension YAMLNode: Hashable {
    public static func == (left: YAMLNode, right: YAMLNode) -> Bool {
        guard left.tag == right.tag else { return false }
        return switch (left.content, right.content) {
        case (.scalar(let left), .scalar(let right)): left.text == right.text
        default: left.content == right.content
        }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(tag)
        switch content {
        case .scalar(let scalar): hasher.combine(scalar.text)
        case .sequence(let items): hasher.combine(items)
        case .mapping(let members): hasher.combine(members)
        }
    }
}

extension YAMLNode {
    public var scalar: YAMLScalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
    public var sequence: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }
    public var mapping: YAMLMapping? { if case .mapping(let members) = content { members } else { nil } }

    /// What a scalar means by the core schema (YAML 1.2.2 §10.3): quoted and block scalars are text, tags decide where they are given.
    /// `nil` for collections.
    public var value: CoreValue? {
        guard let scalar else { return nil }
        switch tag {
        case nil where scalar.style == .plain: return CoreValue(plain: scalar.text)
        case YAMLTag.null, YAMLTag.bool, YAMLTag.int, YAMLTag.float: return CoreValue(plain: scalar.text)
        default: return .text
        }
    }
}

/// The tags that the core schema gives a meaning to.
public enum YAMLTag {
    public static let null = "tag:yaml.org,2002:null"
    public static let bool = "tag:yaml.org,2002:bool"
    public static let int = "tag:yaml.org,2002:int"
    public static let float = "tag:yaml.org,2002:float"
    public static let string = "tag:yaml.org,2002:str"
    public static let sequence = "tag:yaml.org,2002:seq"
    public static let mapping = "tag:yaml.org,2002:map"
    /// "Not plain": the node is what its kind says, text where it is a scalar.
    public static let nonSpecific = "!"
}
