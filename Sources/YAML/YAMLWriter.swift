import OrderedCollections

/// Writes a tree as block YAML that reads as the same tree, a scalar or an empty collection a line, each with a comment.
public struct YAMLWriter {
    private var lines: [String] = []
    private let comment: (YAMLMark) -> String

    /// - Parameter comment: one line for each value, from where it stands.
    /// - Returns: the document without its marker, ended by a line break. Anchors, merge keys and the style of quotes are gone; a tag is kept only in
    ///   what it makes of a scalar. Keys must be scalars, as every manifest has them.
    public static func text(_ node: YAMLNode, comment: (YAMLMark) -> String) -> String {
        withoutActuallyEscaping(comment) { comment in
            var writer = YAMLWriter(comment: comment)
            if node.isLeaf {
                writer.add(node, after: "")
            } else {
                writer.addChildren(of: node, first: "", rest: "")
            }
            return writer.lines.map { $0 + "\n" }.joined()
        }
    }

    private init(comment: @escaping (YAMLMark) -> String) { self.comment = comment }

    /// - Parameters:
    ///   - first: what the line of the first child begins with, such as the hyphen of the item that the node is.
    ///   - rest: the indentation of the others.
    private mutating func addChildren(of node: YAMLNode, first: String, rest: String) {
        var lead = first
        for (key, value) in node.mapping ?? [:] {
            let name = lead + key.leafText + ":"
            if value.isLeaf {
                add(value, after: name + " ")
            } else {
                lines.append(name)
                addChildren(of: value, first: rest + "  ", rest: rest + "  ")
            }
            lead = rest
        }
        for item in node.sequence ?? [] {
            if item.isLeaf {
                add(item, after: lead + "- ")
            } else {
                addChildren(of: item, first: lead + "- ", rest: rest + "  ")
            }
            lead = rest
        }
    }

    private mutating func add(_ leaf: YAMLNode, after lead: String) { lines.append("\(lead)\(leaf.leafText)  # \(comment(leaf.mark))") }
}

extension YAMLNode {
    fileprivate var isLeaf: Bool { mapping?.isEmpty ?? sequence?.isEmpty ?? true }

    /// A plain scalar as it stands where that reads the same in a block, a text in double quotes otherwise.
    fileprivate var leafText: String {
        guard let scalar else { return mapping == nil ? "[]" : "{}" }
        switch value {
        case .null, .bool, .number, .unwritableNumber: return scalar.text
        case .text, nil:
            let isPlain = scalar.style == .plain && tag == nil && !scalar.text.contains(where: \.isNewline)
            return isPlain ? scalar.text : scalar.text.doubleQuoted
        }
    }
}

extension String {
    /// A double-quoted scalar of one line (YAML 1.2.2 §5.7).
    fileprivate var doubleQuoted: String {
        let escaped = unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\n": text += "\\n"
            case " ": text += " "
            case _ where scalar.isWrittenAsIs: text.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                text += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return "\"\(escaped)\""
    }
}

extension Unicode.Scalar {
    /// Not what breaks lines, what YAML forbids, or what can't be seen.
    fileprivate var isWrittenAsIs: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .privateUse, .surrogate: false
        default: true
        }
    }
}
