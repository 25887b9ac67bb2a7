internal import Model
internal import Planning

/// The way of the events as a drawing: queues at the left, rules in the middle, targets at the right; a queue, a rule or a target that is pointed to or
/// has the focus shows its ways.
struct HTMLPicture {
    /// More are hard to follow.
    private static let mostNodes = 400

    private let plan: Plan
    private let layout: PictureLayout
    private let leftOut: Int

    init(_ plan: Plan) {
        let excerpt = RoutingPicture(plan).excerpt(nodes: Self.mostNodes)
        self.plan = plan
        layout = PictureLayout(excerpt.picture)
        leftOut = excerpt.leftOut
    }

    var section: HTML {
        guard !layout.boxes.isEmpty else { return "" }
        let rest: HTML = leftOut > 0 ? " \(text: leftOut) more rules that change are not drawn." : ""
        return """
            <section id="routing" aria-labelledby="routing-title">
            <h2 id="routing-title">The way of the events</h2>
            <p>From a queue by rules to whoever gets the events. Point to one, or move with the arrow keys, to follow it.\(rest)</p>
            <p class="legend"><span class="key added">new</span> <span class="key changed">changed</span> <span class="key removed">gone</span></p>
            <div class="scroll picture" tabindex="0" role="region" aria-labelledby="routing-title">
            <svg viewBox="0 0 \(text: PictureLayout.width) \(text: layout.height)" width="\(text: PictureLayout.width)" height="\(text: layout.height)" role="group" \
            aria-labelledby="routing-title">
            \(heads)<g class="lines" aria-hidden="true">\(layout.lines.map(line).joined())</g>
            \(layout.boxes.enumerated().map { box($1, isFirst: $0 == 0) }.joined())</svg>
            </div>
            <p id="way" role="status"></p>
            </section>
            """
    }

    private var heads: HTML {
        PictureLayout.columns.map { column -> HTML in
            "<text class=\"head\" x=\"\(text: PictureLayout.left(column))\" y=\"14\" aria-hidden=\"true\">\(text: column.title)</text>\n"
        }.joined()
    }

    private func line(_ line: PictureLayout.Line) -> HTML {
        let middle = (line.fromX + line.toX) / 2
        return """
            <path class="\(text: line.mark.name)" data-from="\(text: line.from)" data-to="\(text: line.to)" \
            d="M\(text: line.fromX) \(text: line.fromY)C\(text: middle) \(text: line.fromY) \(text: middle) \(text: line.toY) \(text: line.toX) \(text: line.toY)"/>

            """
    }

    private func box(_ box: PictureLayout.Box, isFirst: Bool) -> HTML {
        let target = box.node.address.flatMap { HTMLChanges.id($0, in: plan) }
        let name: HTML = "\(box.node.column.noun) \(text: box.node.title)\(box.node.mark.words)"
        return """
            <g class="node \(text: box.node.mark.name)" data-node="\(text: box.index)" data-column="\(text: box.node.column.rawValue)"\
            \(target.map { " data-change=\"\(text: $0)\"" } ?? "") tabindex="\(text: isFirst ? 0 : -1)" role="\(text: target == nil ? "img" : "button")" \
            aria-label="\(name)"><title>\(name)</title>\
            <rect x="\(text: box.x)" y="\(text: box.y)" width="\(text: PictureLayout.boxWidth)" height="\(text: PictureLayout.boxHeight)" rx="6"/>\
            <text x="\(text: box.x + 10)" y="\(text: box.y + 18)">\(box.node.mark.sign)\(text: Self.cut(box.node.title))</text></g>

            """
    }

    private static func cut(_ title: String) -> String {
        let most = PictureLayout.boxWidth / 8 - 2
        return title.count > most ? title.prefix(most / 2) + "…" + title.suffix(most - most / 2 - 1) : title
    }
}

extension RoutingPicture.Mark {
    fileprivate var name: String {
        switch self {
        case .unchanged: "unchanged"
        case .added: "added"
        case .changed: "changed"
        case .removed: "removed"
        }
    }

    fileprivate var words: HTML {
        switch self {
        case .unchanged: ""
        case .added: ", new"
        case .changed: ", changed"
        case .removed: ", gone"
        }
    }

    fileprivate var sign: HTML {
        switch self {
        case .unchanged: ""
        case .added: "+ "
        case .changed: "~ "
        case .removed: "− "
        }
    }
}

extension RoutingPicture.Column {
    fileprivate var noun: HTML {
        switch self {
        case .queue: "queue"
        case .integration: "integration"
        case .bus: "event bus"
        case .rule: "rule"
        case .target: "target"
        }
    }
}
