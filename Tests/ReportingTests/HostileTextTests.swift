import Applying
import FoundationEssentials
import Model
import Planning
import Reporting
import Synchronization
import Testing

/// Text of manifests and clouds can't disturb a terminal or forge a line, in whichever view it is shown.
@Suite struct HostileTextTests {
    @Test(
        "What a terminal obeys, hides or shows like something else is spelled out",
        arguments: [
            ("\u{1B}[2J", #"\u{1b}[2J"#), ("a\nb\r\tc", #"a\nb\r\tc"#), ("\u{0}\u{7}\u{8}\u{7F}", #"\u{0}\u{7}\u{8}\u{7f}"#),
            ("\u{9B}31m\u{85}", #"\u{9b}31m\u{85}"#), ("\u{202E}\u{2066}\u{200F}\u{61C}", #"\u{202e}\u{2066}\u{200f}\u{61c}"#),
            ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#), ("a\u{200B}b\u{FEFF}\u{AD}\u{200D}", #"a\u{200b}b\u{feff}\u{ad}\u{200d}"#),
            ("a\u{A0}b\u{3000}", #"a\u{a0}b\u{3000}"#), ("\u{3164}\u{E0041}", #"\u{3164}\u{e0041}"#),
        ])
    func spelledOut(_ text: String, _ shown: String) {
        let view = DiagnosticsView([Diagnostic(.error, code: "c", text)], style: TextStyle())
        #expect(view.text.hasPrefix("error: \(shown) [c]\n"))
    }

    @Test("What people write is shown as it is", arguments: ["Größe", "サポート", "e\u{301}", "☎\u{FE0F}", "📞", "קו", "a  b", #"\u{1b}"#])
    func shownAsIs(_ text: String) {
        let view = DiagnosticsView([Diagnostic(.error, code: "c", text)], style: TextStyle())
        #expect(view.text.hasPrefix("error: \(text) [c]\n"))
    }

    @Test("A value as deep as JSON may be is shown, and compared")
    func deepValue() {
        func nested(_ leaf: Value) -> Value { (0..<512).reduce(leaf) { value, _ in ["key": value] } }
        var plan = Plans.forty
        plan.changes = [plan.mutations[0]]
        plan.changes[0].before = ["input": nested("old")]
        plan.changes[0].after = ["input": nested("new")]
        let text = TextPlanView(plan, style: TextStyle(full: true)).text
        #expect(text.contains("-\(String(repeating: " ", count: 1_025))\"key\": \"old\"\n"))
    }

    @Test("Every field of every view is neutralized")
    func everyView() {
        let text = "\u{1B}]0;x\u{7}\nerror: forged\u{202E}"
        let address = Address(.rule, text, part: text)
        let error = ServiceError(
            .invalid, system: .aws, operation: text, summary: text, status: 400, code: text, message: text, requestID: text, fix: text)
        let finding = Diagnostic(
            .error, code: text, text, detail: text, place: SourceLocation(file: text, line: 1, column: 1), excerpt: text, address: address,
            fix: text)
        let change = Change(
            address: address, identity: LiveIdentity(.rule, scope: text, name: text), action: .update, before: [text: [.string(text)]],
            after: [text: [.string(text), [text: .unknown(Unknown(Reference(address, text)))]]],
            live: LiveObject(
                identity: LiveIdentity(.rule, scope: text, name: text), id: text, attributes: [:], ownership: .ours(resource: text)),
            reason: .renamed, place: finding.place)
        let stack = Stack(
            mark: StackMark(owner: text, name: text), genesys: .init(region: text), aws: .init(region: text, accountID: text))
        let plan = Plan(stack: stack, changes: [change], diagnostics: [finding], refusals: [finding], declared: 1, owned: 1)
        var texts = [
            TextPlanView(plan, style: TextStyle(full: true)).text, DiagnosticsView([finding], style: TextStyle()).text,
            OutcomeView(Outcome(plan: plan, results: [address: .failed(error)], remaining: plan), style: TextStyle()).text,
            OutcomeView(Outcome(plan: plan, results: [address: .notAttempted(because: [address])]), style: TextStyle()).text,
            OutcomeView(Outcome(plan: plan, obstacles: [error]), style: TextStyle()).text,
        ]
        let written = Mutex("")
        let progress = ProgressView(style: TextStyle(), now: { .init(timeIntervalSinceReferenceDate: 0) }) { line in
            written.withLock { $0 += line }
        }
        progress.observing(.aws, .message(text))
        progress.applying(.started(address, .update))
        progress.applying(.waiting(address, text))
        progress.applying(.finished(address, .update, .failed(error)))
        texts.append(written.withLock { $0 })
        for text in texts {
            #expect(text.contains(#"\u{1b}]0;x\u{7}\nerror: forged\u{202e}"#))
            #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) })
            #expect(!text.split(separator: "\n").contains { $0.hasPrefix("error: forged") })
        }
    }
}
