public import ArgumentParser
public import Model
import Planning
import Routing

struct SafetyOptions: ParsableArguments {
    @Flag(help: "Take over live objects that carry no stack's mark.")
    var adopt = false

    @Option(help: ArgumentHelp("Allow so many deletions, whatever the stack's budget.", valueName: "number"))
    var maxDeletes: Int?

    @Option(
        help: ArgumentHelp(
            "Let an integration become another event source, on another bus, or make a bus anew whose source is gone; may be repeated.",
            valueName: "address"))
    var allowReplace: [Address] = []

    @Option(help: ArgumentHelp("Disable an integration although rules depend on its events; may be repeated.", valueName: "address"))
    var allowDisable: [Address] = []

    @Option(help: ArgumentHelp("Let a rule lose its last target; may be repeated.", valueName: "address"))
    var allowNoTarget: [Address] = []

    @Option(
        help: ArgumentHelp(
            "Delete an integration, with its event bus, or a queue where its manifest says `ensure: absent`; may be repeated.",
            valueName: "address"))
    var allowDelete: [Address] = []

    @Flag(help: "Where not all could be read, make all changes but the deletions.")
    var allowPartial = false

    /// - Parameter selection: `nil` for a saved plan, which says itself what is selected.
    func planner(_ selection: SelectionOptions? = nil, recordings: [EventSample] = []) -> Planner {
        Planner(
            allowances: .init(
                adoption: adopt, deletions: maxDeletes, replacements: Set(allowReplace), disabling: Set(allowDisable),
                targetless: Set(allowNoTarget), deletable: Set(allowDelete), partialObservation: allowPartial),
            selection: selection?.selection ?? Selection(), recordings: recordings)
    }
}

extension Address: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
