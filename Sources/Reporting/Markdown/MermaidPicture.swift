/// The way that events take as a flowchart in Mermaid, which GitHub and GitLab draw. What changes is told by a word after the name and by the shape of
/// the line as well as by color.
struct MermaidPicture {
    /// As many as are still read at a glance. Mermaid itself stops at 500 lines and 50,000 characters.
    private static let mostNodes = 60

    private let picture: RoutingPicture
    /// How many rules have no place in it.
    let leftOut: Int

    init(_ picture: RoutingPicture) { (self.picture, leftOut) = picture.excerpt(nodes: Self.mostNodes) }

    /// Empty where there is no rule to draw.
    var lines: [String] {
        guard !picture.nodes.isEmpty else { return [] }
        let edges = picture.edges.filter { picture.nodes[$0.from].column != .bus || picture.nodes[$0.to].column == .rule }
        return ["flowchart LR"] + nodes + edges.map(line) + styles(of: edges)
    }

    private var nodes: [String] {
        RoutingPicture.Column.allCases.flatMap { column -> [String] in
            let members = picture.nodes.indices.filter { picture.nodes[$0].column == column }
            guard !members.isEmpty else { return [] }
            let lines = members.map { index in
                "    n\(index)[\"\(Self.label(picture.nodes[index].title, picture.nodes[index].mark))\"]\(picture.nodes[index].mark.style)"
            }
            return ["  subgraph \(column.identifier)[\"\(column.title)\"]"] + lines + ["  end"]
        }
    }

    private func line(_ edge: RoutingPicture.Edge) -> String {
        let queues = picture.nodes[edge.to].column == .rule ? label(ofRule: edge.to) : nil
        let (plain, end) =
            switch edge.mark {
            case .unchanged, .changed: ("--", "-->")
            case .added: ("==", "==>")
            case .removed: ("-.", ".->")
            }
        let whole = edge.mark == .removed ? "-.->" : end
        return queues.map { "  n\(edge.from) \(plain) \"\($0)\" \(end) n\(edge.to)" } ?? "  n\(edge.from) \(whole) n\(edge.to)"
    }

    /// The queues whose events a rule takes, on its line from the bus: there the ways of all queues are one.
    private func label(ofRule rule: Int) -> String? {
        let routes = picture.routes.filter { $0.to == rule }
        guard !routes.isEmpty else { return nil }
        let shown = routes.prefix(3).map { Self.label(picture.nodes[$0.from].title, $0.mark) }.joined(separator: ", ")
        return routes.count > 3 ? shown + " and \(routes.count - 3) more" : shown
    }

    private func styles(of edges: [RoutingPicture.Edge]) -> [String] {
        let classes = [
            "  classDef added fill:#dafbe1,stroke:#1a7f37,color:#0a3d1a", "  classDef changed fill:#fff8c5,stroke:#9a6700,color:#4d2d00",
            "  classDef removed fill:#ffebe9,stroke:#cf222e,color:#6e0b14,stroke-dasharray:4",
        ]
        let lines = edges.enumerated().compactMap { index, edge -> String? in
            switch edge.mark {
            case .unchanged, .changed: nil
            case .added: "  linkStyle \(index) stroke:#1a7f37"
            case .removed: "  linkStyle \(index) stroke:#cf222e"
            }
        }
        return classes + lines
    }

    /// Mermaid's character codes for all that could be markup (Mermaid, "Entity codes to escape characters").
    private static func label(_ text: String, _ mark: RoutingPicture.Mark) -> String {
        let cut = text.count > 60 ? text.prefix(30) + "…" + text.suffix(29) : text[...]
        let escaped = Neutralized.text(cut).unicodeScalars.reduce(into: "") { label, scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", "/": label.unicodeScalars.append(scalar)
            // At the beginning it would make a list, which Mermaid doesn't draw.
            case "-" where !label.isEmpty, "." where label.last?.isNumber == false: label.unicodeScalars.append(scalar)
            case _ where !scalar.isASCII: label.unicodeScalars.append(scalar)
            default: label += "#\(scalar.value);"
            }
        }
        return escaped + mark.word
    }
}

extension RoutingPicture.Mark {
    /// After a name.
    fileprivate var word: String {
        switch self {
        case .unchanged: ""
        case .added: " (new)"
        case .changed: " (changed)"
        case .removed: " (gone)"
        }
    }

    fileprivate var style: String {
        switch self {
        case .unchanged: ""
        case .added: ":::added"
        case .changed: ":::changed"
        case .removed: ":::removed"
        }
    }
}

extension RoutingPicture.Column {
    var title: String {
        switch self {
        case .queue: "Queues"
        case .integration: "Integrations"
        case .bus: "Event buses"
        case .rule: "Rules"
        case .target: "Targets"
        }
    }

    fileprivate var identifier: String {
        switch self {
        case .queue: "queues"
        case .integration: "integrations"
        case .bus: "buses"
        case .rule: "rules"
        case .target: "targets"
        }
    }
}
