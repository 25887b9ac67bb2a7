import ArgumentParser
import Cloud
import Manifest
import Model
import Planning
import Reporting
import Routing

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show what would change in both clouds; change nothing.",
        discussion: """
            Example: reconcile plan -f manifests/partner-bus --out partner-bus.plan.json
            Example: reconcile plan -f manifests --base origin/main --output markdown
            Example: reconcile plan --stacks stacks/prod stacks/test --detailed-exitcode
            """)

    @OptionGroup var manifests: ManifestOptions
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Plan many sets at once, each folder with a Stack of its own; their plans come one after the other.", valueName: "folder"),
        completion: .directory)
    var stacks: [String] = []

    @OptionGroup var comparison: BaseOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var safety: SafetyOptions
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var presentation: PresentationOptions
    @OptionGroup var clouds: CloudOptions

    @Option(help: ArgumentHelp("Save the plan for `reconcile apply FILE`.", valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp("Recorded events, to see which of them change their consumers.", valueName: "path"), completion: .file())
    var events: String?

    @Flag(help: "Exit with 2 where there is something to change.")
    var detailedExitcode = false

    func validate() throws {
        guard !stacks.isEmpty else { return try manifests.requireSome() }
        if !manifests.filename.isEmpty { throw ValidationError("-f names one set and --stacks many: give one of them.") }
        if out != nil { throw ValidationError("A saved plan is of one stack: give -f with --out.") }
        if !reporting.output.mayFollowAnother {
            throw ValidationError("What --output \(reporting.output) prints is of one stack: give -f with it.")
        }
    }

    func run() async throws {
        guard stacks.isEmpty else { return try await planStacks() }
        let reporter = reporting.reporter(presentation)
        let loaded = try reporter.load(manifests)
        let session = Session(presentation: presentation, clouds: clouds)
        let plan: Plan = try await session.withProviders(of: loaded.state.stack) { providers, runtime in
            try await self.plan(loaded, of: manifests, on: providers, reporter, clouds.progress(presentation.messages, now: runtime.now))
        }
        if let out { try save(plan, to: out) }
        reporter.finish(.plan(plan))
        if !plan.refusals.isEmpty { throw ExitStatus.refused }
        if detailedExitcode && !plan.isEmpty { throw ExitStatus.changes }
    }

    func plan(
        _ loaded: LoadedManifests, of manifests: ManifestOptions, on providers: [any Provider], _ reporter: Reporter, _ view: ProgressView
    ) async throws(ExitCode) -> Plan {
        let queues = RoutingTable(loaded.state).queues
        let recordings = try events.map { path throws(ExitCode) in
            try RecordedEvents(path, presentation).recordings(presentation).map { $0.sample(queues) }
        }
        let (base, notes) = try await comparison.load(manifests, reporter)
        let plan = try await safety.planner(selection, recordings: recordings ?? []).plan(
            loaded.state, comparedWith: base, on: providers, notes: loaded.warnings + notes, progress: reporter.progress(view).observing)
        view.rest()
        try reporter.check(plan)
        return plan
    }

    private func save(_ plan: Plan, to path: String) throws {
        do throws(PrivateFile.Failure) {
            try PrivateFile.write(PlanDocument.text(plan), to: path)
        } catch {
            throw presentation.exit(with: Diagnostic(.error, code: "file", error.description))
        }
    }
}
