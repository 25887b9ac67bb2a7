import Planning
import Reporting
import Testing

@Suite struct TextPlanViewTests {
    @Test(
        "A plan reads as its golden file says",
        arguments: [
            ("plan-empty", Plans.empty), ("plan-create", Plans.create), ("plan-drift", Plans.drift), ("plan-adopt", Plans.adopt),
            ("plan-prune", Plans.prune), ("plan-refused", Plans.refused), ("plan-unreadable", Plans.unreadable),
            ("plan-hostile", Plans.hostile), ("plan-forty", Plans.forty),
        ])
    func golden(_ name: String, _ plan: Plan) throws {
        try expectGolden(TextPlanView(plan, style: TextStyle()).text, name)
    }

    @Test("With --full, what doesn't change is shown too")
    func full() throws {
        try expectGolden(TextPlanView(Plans.drift, style: TextStyle(full: true)).text, "plan-drift-full")
    }

    @Test("A narrow terminal gets an item a line")
    func narrow() throws {
        try expectGolden(TextPlanView(Plans.drift, style: TextStyle(width: 60)).text, "plan-drift-narrow")
    }

    @Test("Colors follow the action")
    func color() throws {
        try expectGolden(TextPlanView(Plans.drift, style: TextStyle(usesColor: true)).text, "plan-drift-color")
    }

    @Test("Colors are all that the style with colors adds", arguments: [Plans.create, Plans.drift, Plans.refused, Plans.hostile])
    func colorAddsNoText(_ plan: Plan) {
        let colored = TextPlanView(plan, style: TextStyle(usesColor: true)).text
        let plain = TextPlanView(plan, style: TextStyle(usesColor: false)).text
        #expect(colored != plain)
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test("The same plan reads the same every time")
    func deterministic() {
        let texts = Set((0..<20).map { _ in TextPlanView(Plans.drift, style: TextStyle()).text })
        #expect(texts.count == 1)
    }
}
