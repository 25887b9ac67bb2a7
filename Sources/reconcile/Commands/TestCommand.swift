import AWS
public import ArgumentParser
import EventPatterns
import Manifest
import Model
public import Reporting
import Routing

struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Hold events against the declared rules: which take them, and which field refuses them; offline.",
        discussion: """
            Example: reconcile test -f manifests/partner-bus
            Example: reconcile test -f manifests/partner-bus --events recordings --output junit > results.xml

            Each PatternTest among the manifests is an event and who is to get it. Of a recording nothing is expected: it is shown which rules take it, or what keeps the nearest one from it.

            Exit codes: 0 all passed, 1 a test failed, there is nothing to test or something can't be read.
            """)

    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var presentation: PresentationOptions
    @OptionGroup var clouds: CloudOptions

    @Option(help: ArgumentHelp("Recorded events: a file or a folder of .json, .jsonl or .ndjson.", valueName: "path"), completion: .file())
    var events: String?

    @Flag(help: "Ask EventBridge as well (TestEventPattern), and fail where it says otherwise.")
    var live = false

    @Option(help: "How to print the results.")
    var output: PatternTestsFormat = .text

    func validate() throws { try manifests.requireSome() }

    func run() async throws {
        let loaded = try manifests.loadOrExit(presentation)
        let table = RoutingTable(loaded.state)
        let recordings = try events.map { try RecordedEvents($0, presentation).recordings(presentation) } ?? []
        let tests =
            loaded.state.patternTests.map { PatternTestCase($0, table) }
            + recordings.map { PatternTestCase(name: $0.name, event: $0.sample(table.queues), expected: nil, place: nil) }
        guard !tests.isEmpty else { throw presentation.exit(with: .nothingToTest) }
        let runner = PatternTests(table)
        let results = tests.map(runner.run)
        Console.output(output.render(results, style: presentation.output))
        if live { try await ask(results, table, loaded.state.stack) }
        if results.contains(where: { $0.status == .failed }) { throw ExitStatus.error }
    }

    /// Holds what was said against what EventBridge says.
    private func ask(_ results: [PatternTestResult], _ table: RoutingTable, _ stack: Stack) async throws {
        let patterns = Dictionary(table.rules.compactMap { rule in rule.pattern.map { (rule.address, $0.json) } }, uniquingKeysWith: { $1 })
        let session = Session(presentation: presentation, clouds: clouds)
        let findings = try await session.withProviders(of: stack) { providers, _ in
            var findings: [Diagnostic] = []
            guard let aws = providers.lazy.compactMap({ $0 as? AWSProvider }).first else { return findings }
            for result in results {
                for verdict in result.verdicts where verdict.otherBus == nil {
                    guard let pattern = patterns[verdict.rule] else { continue }
                    do throws(ServiceError) {
                        let takes = try await aws.testEventPattern(pattern, result.test.event.json)
                        if takes != verdict.takes { findings.append(.disagreement(result, verdict, eventBridge: takes)) }
                    } catch {
                        findings.append(error.diagnostic(address: verdict.rule, place: result.test.place))
                    }
                }
            }
            return findings
        }
        if !findings.isEmpty { throw presentation.exit(with: findings) }
    }
}

extension Diagnostic {
    /// A pipeline that tests nothing would pass for ever.
    fileprivate static let nothingToTest = Diagnostic(
        .error, code: "nothing-to-test", "there is no event to hold against the rules",
        fix: "Declare a PatternTest, or name recorded events with --events.")

    fileprivate static func disagreement(_ result: PatternTestResult, _ verdict: PatternTestResult.Verdict, eventBridge: Bool) -> Diagnostic
    {
        Diagnostic(
            .error, code: "eventbridge-disagrees",
            "EventBridge \(eventBridge ? "takes" : "refuses") \(result.test.name) by the pattern of \(verdict.rule), reconcile says otherwise",
            place: result.test.place, address: verdict.rule, fix: "Report it with the pattern and the event: it is a defect of reconcile.")
    }
}

extension PatternTestsFormat: ExpressibleByArgument {}
