internal import Model
internal import Routing

/// Who gets which events from now on and which no longer, rule by rule, in the words of a contact centre.
struct ImpactLines {
    /// Of one consumer, unless all is shown.
    private static let mostEvents = 6

    private let impacts: [RoutingImpact]
    private let style: TextStyle

    init(_ impacts: [RoutingImpact], style: TextStyle) {
        self.impacts = impacts
        self.style = style
    }

    func add(to page: inout Page) {
        guard !impacts.isEmpty else { return }
        page.addGap()
        page.add(StyledText("Who gets which events", .strong))
        addBody(to: &page)
    }

    /// All but the heading.
    func addBody(to page: inout Page) {
        for impact in impacts {
            page.add("\(impact.rule)", indent: 2)
            for consumer in impact.consumers {
                let isSomebody = consumer.consumer != nil
                add(consumer.gained, isSomebody ? "+ \(consumer.title) gets " : "+ handed to nobody: ", .create, to: &page)
                add(consumer.lost, isSomebody ? "- \(consumer.title) no longer gets " : "- was handed to nobody: ", .delete, to: &page)
            }
        }
    }

    private func add(_ events: [EventLabel], _ lead: StyledText, _ role: StyledText.Role, to page: inout Page) {
        guard !events.isEmpty else { return }
        let shown = style.full ? events.count : Self.mostEvents
        let titles = events.prefix(shown).map { event -> StyledText in "\(event.title)" }.joined(separator: "; ")
        let rest: StyledText = events.count > shown ? "; and \(events.count - shown) more" : ""
        page.addProse(StyledText(lead, role) + titles + rest, indent: 4, hanging: 2)
    }
}
