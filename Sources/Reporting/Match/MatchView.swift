public import EventPatterns

/// Whether a pattern takes an event, and which of its fields refuse it.
public struct MatchView: Sendable {
    private let refusals: [Refusal]
    private let style: TextStyle

    /// - Parameter refusals: none where the event is taken.
    public init(_ refusals: [Refusal], style: TextStyle) {
        self.refusals = refusals
        self.style = style
    }

    /// Lines, each ended by a line break.
    public var text: String {
        var page = Page(style)
        if refusals.isEmpty {
            page.add(StyledText("The pattern takes the event.", .create))
        } else {
            page.add(StyledText("The pattern doesn't take the event:", .delete))
            for refusal in refusals { page.addProse("\(refusal.description)", lead: "- ", indent: 2) }
        }
        return page.text
    }
}
