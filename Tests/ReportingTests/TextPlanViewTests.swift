import Model
import Planning
import Reporting
import TestSupport
import Testing

@Suite struct TextPlanViewTests {
    private let golden = Golden("Golden")

    @Test("A plan reads as its golden file says", arguments: PlanCase.others)
    func reads(_ example: PlanCase) throws {
        try golden.expect(TextPlanView(example.plan, style: TextStyle()).text, "plan-\(example.name).txt")
    }

    @Test("With --full, what doesn't change is shown too")
    func full() throws {
        try golden.expect(TextPlanView(Plans.drift, style: TextStyle(full: true)).text, "plan-drift-full.txt")
    }

    @Test("A narrow terminal gets an item a line")
    func narrow() throws {
        try golden.expect(TextPlanView(Plans.drift, style: TextStyle(width: 60)).text, "plan-drift-narrow.txt")
    }

    @Test("Colors follow the action")
    func color() throws {
        try golden.expect(TextPlanView(Plans.drift, style: TextStyle(usesColor: true)).text, "plan-drift-color.txt")
    }

    @Test("Colors are all that the style with colors adds", arguments: PlanCase.all)
    func colorAddsNoText(_ example: PlanCase) {
        let colored = TextPlanView(example.plan, style: TextStyle(usesColor: true)).text
        let plain = TextPlanView(example.plan, style: TextStyle(usesColor: false)).text
        #expect(colored != plain)
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test("No line ends in a space", arguments: PlanCase.all)
    func noTrailingSpace(_ example: PlanCase) {
        #expect(!TextPlanView(example.plan, style: TextStyle(width: 60)).text.split(separator: "\n").contains { $0.hasSuffix(" ") })
    }

    @Test("An empty plan speaks only of the systems that have resources")
    func oneSystem() {
        let set = PartnerBus()
        let desired = DesiredState(stack: set.stack, resources: [set.queue])
        let plan = Planner().plan(desired, Observation(objects: [LiveObject(converged: set.queue)]))
        #expect(TextPlanView(plan, style: TextStyle()).text.hasSuffix("\nNo changes. Genesys Cloud matches the manifests.\n"))
    }

    @Test("The same plan reads the same every time")
    func deterministic() {
        let texts = Set((0..<20).map { _ in TextPlanView(Plans.drift, style: TextStyle()).text })
        #expect(texts.count == 1)
    }
}
