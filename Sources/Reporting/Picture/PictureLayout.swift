/// Where the boxes and lines of the routing picture stand: three columns, each box beside what it is connected with.
struct PictureLayout {
    struct Box {
        /// The node's index in the picture.
        var index: Int
        var node: RoutingPicture.Node
        var x: Int
        var y: Int
    }

    struct Line {
        var from: Int
        var to: Int
        var fromX: Int
        var fromY: Int
        var toX: Int
        var toY: Int
        var mark: RoutingPicture.Mark
    }

    static let columns: [RoutingPicture.Column] = [.queue, .rule, .target]
    static let boxWidth = 280
    static let boxHeight = 26
    static let width = 1_050
    private static let rowHeight = 36
    private static let top = 28

    private(set) var boxes: [Box] = []
    private(set) var lines: [Line] = []
    private(set) var height = 0

    init(_ picture: RoutingPicture) {
        let ways = picture.routes + picture.edges.filter { picture.nodes[$0.from].column == .rule }
        var rows: [Int: Double] = [:]
        for column in Self.columns {
            let sources = Dictionary(grouping: ways, by: \.to).mapValues { $0.compactMap { rows[$0.from] } }
            let members = picture.nodes.indices.filter { picture.nodes[$0].column == column }
            let order = members.sorted { (Self.mean(sources[$0]), $0) < (Self.mean(sources[$1]), $1) }
            var row = -1
            for index in order {
                // Beside what leads to it, where there is room.
                let wanted = Self.mean(sources[index])
                row = wanted.isFinite ? max(row + 1, Int(wanted)) : row + 1
                rows[index] = Double(row)
                boxes.append(
                    Box(index: index, node: picture.nodes[index], x: Self.left(column), y: Self.top + row * Self.rowHeight))
            }
            height = max(height, Self.top + (row + 1) * Self.rowHeight)
        }
        let places = Dictionary(boxes.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
        lines = ways.compactMap { way in
            guard let from = places[way.from], let to = places[way.to] else { return nil }
            return Line(
                from: way.from, to: way.to, fromX: from.x + Self.boxWidth, fromY: from.y + Self.boxHeight / 2, toX: to.x,
                toY: to.y + Self.boxHeight / 2, mark: way.mark)
        }
    }

    static func left(_ column: RoutingPicture.Column) -> Int {
        let position = columns.firstIndex(of: column) ?? 0
        return position * (width - boxWidth - 2) / (columns.count - 1) + 1
    }

    /// Of the rows that lead to a box; what nothing leads to comes last.
    private static func mean(_ rows: [Double]?) -> Double {
        guard let rows, !rows.isEmpty else { return .infinity }
        return rows.reduce(0, +) / Double(rows.count)
    }
}
