import Reporting
import Testing

@Suite struct ColorChoiceTests {
    @Test(
        "Colors are used by the conventions, the option first",
        arguments: [
            (ColorChoice.auto, [:], true, true), (.auto, [:], false, false), (.auto, ["NO_COLOR": "1"], true, false),
            (.auto, ["NO_COLOR": ""], true, true), (.auto, ["CLICOLOR_FORCE": "1"], false, true),
            (.auto, ["CLICOLOR_FORCE": "0"], false, false),
            (.auto, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], false, false), (.auto, ["TERM": "dumb"], true, false),
            (.always, ["NO_COLOR": "1"], false, true), (.never, ["CLICOLOR_FORCE": "1"], true, false),
        ])
    func conventions(_ choice: ColorChoice, _ environment: [String: String], _ isTerminal: Bool, _ expected: Bool) {
        #expect(choice.usesColor(environment: environment, isTerminal: isTerminal) == expected)
    }
}
