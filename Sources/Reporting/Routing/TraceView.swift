internal import Model
public import Routing

/// The chain from a queue to whoever gets its events, link by link.
public struct TraceView: Sendable {
    private let trace: Trace
    private let style: TextStyle

    public init(_ trace: Trace, style: TextStyle) {
        self.trace = trace
        self.style = style
    }

    /// Lines, each ended by a line break.
    public var text: String {
        var page = Page(style)
        page.add("\(trace.topic.shortName) of \(trace.queue.title, .strong)")
        for branch in trace.branches {
            page.addGap()
            page.add("\(branch.title, .strong)")
            for link in branch.links {
                page.addProse("\(link.name): \(link.finding)", lead: link.verdict.mark, indent: 2, hanging: 4)
                if let fix = link.fix { page.addProse("\(fix)", lead: "fix: ", indent: 6) }
            }
        }
        page.addGap()
        page.add(trace.isBroken ? StyledText("The chain is broken.", .delete) : StyledText("No link is broken.", .create))
        return page.text
    }

    /// The same for other programs.
    public var json: String {
        let branches = trace.branches.map { branch -> Value in ["at": .string(branch.title), "links": .list(branch.links.map(Self.value))] }
        let document: Value = [
            "format_version": "1.0", "queue": .string(trace.queue.title), "event": .string(trace.topic.id), "broken": .bool(trace.isBroken),
            "chain": .list(branches),
        ]
        return document.prettyJSON + "\n"
    }

    private static func value(_ link: TraceLink) -> Value {
        var members: [String: Value] = [
            "name": .string(link.name), "verdict": .string(link.verdict.rawValue), "finding": .string(link.finding),
        ]
        members["fix"] = link.fix.map(Value.string)
        return .map(members)
    }
}

extension TraceLink.Verdict {
    fileprivate var mark: StyledText {
        switch self {
        case .verified: StyledText("+ ", .create)
        case .refuted: StyledText("x ", .delete)
        case .unknown: StyledText("? ", .update)
        }
    }
}
