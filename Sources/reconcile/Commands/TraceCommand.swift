import ArgumentParser
import Cloud
import Manifest
import Model
import Reporting
import Routing

struct TraceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Follow an event from a queue to whoever gets it, and say which link is broken.",
        discussion: """
            Example: reconcile trace -f manifests/partner-bus --queue partner-support --event acd.end
            Example: reconcile trace -f manifests/partner-bus --queue partner-support --event acd.end --live

            Each link is verified (+), refuted (x), with how to mend it, or unknown (?).

            Exit codes: 0 no link is refuted, 1 one is, or something can't be read.
            """)

    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var presentation: PresentationOptions
    @OptionGroup var clouds: CloudOptions

    @Option(help: ArgumentHelp("The queue, by its name in the manifests or in Genesys Cloud.", valueName: "name"))
    var queue: String

    @Option(help: ArgumentHelp("The topic, in full or short.", valueName: "topic"))
    var event: String

    @Flag(help: "Look at both clouds; else what the manifests declare is followed.")
    var live = false

    @Option(help: "How to print it.")
    var output: ViewFormat = .text

    func validate() throws { try manifests.requireSome() }

    func run() async throws {
        let state = try manifests.loadOrExit(presentation).state
        let observation = live ? try await observe(state) : nil
        let table = RoutingTable(state, observation: observation)
        let trace = Trace(state, table, queue: try subject(table), topic: try topic(table.catalog), observation: observation)
        let view = TraceView(trace, style: presentation.output)
        switch output {
        case .text: Console.output(view.text)
        case .json: Console.output(view.json)
        }
        if trace.isBroken { throw ExitStatus.error }
    }

    private func observe(_ state: DesiredState) async throws -> Observation {
        try await Session(presentation: presentation, clouds: clouds).withProviders(of: state.stack) { providers, runtime in
            let progress = clouds.progress(presentation.messages, now: runtime.now)
            defer { progress.rest() }
            return await providers.observe(state, progress: progress.observing)
        }
    }

    private func subject(_ table: RoutingTable) throws(ExitCode) -> RoutedQueue {
        if let found = table.queues.first(where: { $0.address.name == queue || $0.title == queue }) { return found }
        let names = table.queues.map(\.address.name)
        throw presentation.exit(
            with: Diagnostic(
                .error, code: "unknown-queue", "no Queue `\(queue)` is declared",
                detail: names.isEmpty ? nil : "Declared are \(names.map { "`\($0)`" }.joined(separator: ", ")).",
                fix: NearMiss.question(queue, among: names)))
    }

    private func topic(_ catalog: TopicCatalog) throws(ExitCode) -> Topic {
        if let found = catalog.topic(named: event) { return found }
        let names = catalog.topics.map(\.shortName)
        throw presentation.exit(
            with: Diagnostic(
                .error, code: "unknown-topic", "the catalogue has no topic `\(event)`",
                detail: "Known are \(names.map { "`\($0)`" }.joined(separator: ", ")).", fix: NearMiss.question(event, among: names)))
    }
}

/// How to print what has no other form than text for people and JSON for programs.
enum ViewFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
