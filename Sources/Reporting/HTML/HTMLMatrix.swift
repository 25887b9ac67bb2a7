internal import Model
internal import Planning
internal import Routing

/// Queue × topic → who gets the events once the plan is applied, with what nobody gets.
struct HTMLMatrix {
    private let matrix: RoutingMatrix

    init(_ plan: Plan) {
        let live = Observation(objects: plan.changes.compactMap(\.live))
        matrix = RoutingMatrix(RoutingTable(plan.desired, observation: live))
    }

    var section: HTML {
        guard !matrix.cells.isEmpty else { return "" }
        let topics = Set(matrix.cells.map(\.topic.id)).sorted()
        let rows = Dictionary(grouping: matrix.cells) { $0.queue?.title ?? "(no queue)" }.sorted { $0.key < $1.key }
        let lines = rows.map { queue, cells -> HTML in
            let columns = topics.map { topic in cells.filter { $0.topic.id == topic } }.map(Self.column)
            return "<tr><th scope=\"row\">\(text: queue)</th>\(columns.joined())</tr>\n"
        }
        let heads = topics.map { "<th scope=\"col\" title=\"\(text: $0)\">\(text: Topic.shortName($0))</th>" as HTML }
        return """
            <section id="matrix" aria-labelledby="matrix-title">
            <h2 id="matrix-title">Routing matrix</h2>
            <p>Which consumers get the events of which queue, once this is applied; \(text: matrix.gaps.count) \
            \(text: plural(matrix.gaps.count, "cell has", "cells have")) none.</p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="matrix-title">
            <table class="matrix"><thead><tr><th scope="col">Queue</th>\(heads.joined())</tr></thead><tbody>
            \(lines.joined())</tbody></table>
            </div>
            </section>
            """
    }

    private static func column(_ cells: [RoutingMatrix.Cell]) -> HTML {
        guard !cells.isEmpty else { return "<td></td>" }
        let receivers = cells.flatMap(\.receivers)
        guard !receivers.isEmpty else { return "<td class=\"gap\">nobody</td>" }
        let items = receivers.map { consumer, rules -> HTML in
            let twice: HTML = rules.count > 1 ? " <b>by \(text: rules.count) rules</b>" : ""
            return "<li title=\"\(text: rules.map(\.address.description).joined(separator: ", "))\">\(text: consumer.title)\(twice)</li>"
        }
        return "<td><ul>\(items.joined())</ul></td>"
    }
}
