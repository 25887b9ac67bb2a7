internal import Applying
internal import Model
internal import Planning

/// All changes by kind, each to unfold, with a search and filters.
struct HTMLChanges {
    /// So many are unfolded from the beginning.
    private static let mostOpen = 12

    private let report: Report
    private let plan: Plan

    init(_ report: Report, _ plan: Plan) {
        self.report = report
        self.plan = plan
    }

    /// The name of a change within the page.
    static func id(_ address: Address, in plan: Plan) -> String? {
        plan.changes.firstIndex { $0.address == address }.map { "change-\($0 + 1)" }
    }

    var section: HTML {
        guard !plan.changes.isEmpty else { return "" }
        let isOpen = plan.mutations.count <= Self.mostOpen
        let groups = Kind.allCases.sorted().map { kind -> HTML in
            let changes = plan.changes.enumerated().filter { $0.element.address.kind == kind }
            guard !changes.isEmpty else { return "" }
            return """
                <div class="kind">
                <h3>\(text: kind.heading)</h3>
                \(changes.map { HTMLChange($0.element, index: $0.offset, report, stack: plan.stack.mark, isOpen: isOpen).html }.joined())
                </div>

                """
        }
        return """
            <section id="changes" aria-labelledby="changes-title">
            <h2 id="changes-title">Changes</h2>
            <div class="toolbar" role="search">
            <label class="search"><span>Search</span><input type="search" id="search" placeholder="name, attribute, value, file" autocomplete="off"></label>
            <div class="filters" role="group" aria-label="Show">\(filters)\(origins)</div>
            <button type="button" id="unfold" class="quiet">Unfold all</button>
            <p id="count" role="status">\(text: plan.mutations.count) of \(text: plan.changes.count) shown</p>
            <p class="keys"><kbd>/</kbd> search <kbd>j</kbd> <kbd>k</kbd> next, previous <kbd>Enter</kbd> unfold</p>
            </div>
            \(groups.joined())
            <p id="nothing" \(plan.isEmpty ? "" : "hidden")>Nothing is shown. The filters above show what is unchanged, too.</p>
            </section>
            """
    }

    private var filters: HTML {
        [Planning.Action.create, .update, .delete, .noOp, .read].filter { plan.count($0) > 0 }.map { action -> HTML in
            """
            <button type="button" class="filter \(text: action.rawValue)" data-action="\(text: action.rawValue)" aria-pressed="\(text: action.isMutating)">\
            \(text: action.rawValue == "no-op" ? "unchanged" : action.rawValue) <b>\(text: plan.count(action))</b></button>
            """
        }.joined()
    }

    /// Where the plan was held against former manifests.
    private var origins: HTML {
        Origin.allCases.compactMap { origin -> HTML? in
            let count = plan.changes.count { $0.origin == origin }
            guard count > 0 else { return nil }
            return """
                <button type="button" class="filter" data-origin="\(text: origin.rawValue)" aria-pressed="true">\
                \(text: origin.words) <b>\(text: count)</b></button>
                """
        }.joined()
    }
}
