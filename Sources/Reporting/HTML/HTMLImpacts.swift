internal import Model
internal import Planning
internal import Routing

/// Who gets which events from now on and which no longer, rule by rule.
struct HTMLImpacts {
    private let impacts: [RoutingImpact]

    init(_ plan: Plan) { impacts = plan.impacts }

    var section: HTML {
        guard !impacts.isEmpty else { return "" }
        let rows = impacts.flatMap { impact in
            impact.consumers.map { consumer -> HTML in
                """
                <tr><th scope="row"><code>\(text: impact.rule)</code></th><td>\(text: consumer.title)</td>\
                <td>\(Self.events(consumer.gained, "ins"))</td><td>\(Self.events(consumer.lost, "del"))</td></tr>

                """
            }
        }
        return """
            <section id="impact" aria-labelledby="impact-title">
            <h2 id="impact-title">Who gets which events</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="impact-title">
            <table class="impact"><thead><tr><th scope="col">Rule</th><th scope="col">Who</th><th scope="col">Gets from now on</th>\
            <th scope="col">Gets no longer</th></tr></thead><tbody>
            \(rows.joined())</tbody></table>
            </div>
            </section>
            """
    }

    private static func events(_ events: [EventLabel], _ element: StaticString) -> HTML {
        let items = events.map { "<li><\(HTML.own(element))>\(text: $0.title)</\(HTML.own(element))></li>" as HTML }
        return items.isEmpty ? "–" : "<ul>\(items.joined())</ul>"
    }
}
