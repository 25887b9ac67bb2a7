import ArgumentParser
import Planning

struct SafetyOptions: ParsableArguments {
    @Flag(help: "Take over live objects that carry no stack's mark.")
    var adopt = false

    @Option(help: ArgumentHelp("Allow so many deletions, whatever the stack's budget.", valueName: "number"))
    var maxDeletes: Int?

    var planner: Planner { Planner(allowances: .init(adoption: adopt, deletions: maxDeletes)) }
}
