import Applying
import ArgumentParser
import Cloud
import Manifest
import Model
import Planning
import Reporting

struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Converge both clouds with the manifests, or with a saved plan.",
        discussion: """
            Example: reconcile apply -f manifests/partner-bus --auto-approve
            Example: reconcile apply partner-bus.plan.json

            A saved plan says all; manifests that are named with it are only held against those that it was made from.
            """)

    @Argument(help: ArgumentHelp("A plan that `reconcile plan --out` saved.", valueName: "plan"), completion: .file())
    var savedPlan: String?

    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var safety: SafetyOptions
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var presentation: PresentationOptions
    @OptionGroup var clouds: CloudOptions

    @OptionGroup var locking: LockOptions

    @Flag(help: "Apply without asking; needed off a terminal unless a saved plan is applied.")
    var autoApprove = false

    func validate() throws {
        if savedPlan == nil {
            try manifests.requireSome()
            if !autoApprove && !Console.inputIsTerminal {
                throw ValidationError("There is no terminal to ask on: add --auto-approve, or apply a saved plan.")
            }
        } else if !selection.isEmpty {
            throw ValidationError("A saved plan says what is selected: give --only and --exclude to `reconcile plan`.")
        }
    }

    func run() async throws {
        let session = Session(presentation: presentation, clouds: clouds)
        let reporter = reporting.reporter(presentation)
        if let savedPlan {
            let saved = try read(savedPlan)
            if !manifests.filename.isEmpty { try hold(saved, against: try reporter.load(manifests), path: savedPlan) }
            try await session.withProviders(of: saved.plan.stack, holding: locking.lock) { providers, runtime in
                try await apply(safety.planner().guarded(saved.plan), preconditions: saved.preconditions, providers, runtime, reporter)
            }
        } else {
            let loaded = try reporter.load(manifests)
            try await session.withProviders(of: loaded.state.stack, holding: locking.lock) { providers, runtime in
                let progress = reporter.progress(clouds.progress(presentation.messages, now: runtime.now))
                let plan = try await safety.planner(selection).plan(
                    loaded.state, on: providers, notes: loaded.warnings, progress: progress.observing)
                progress.rest()
                try reporter.check(plan)
                try await apply(plan, preconditions: nil, providers, runtime, reporter)
            }
        }
    }

    private func apply(
        _ plan: Plan, preconditions: [Address: Precondition]?, _ providers: [any Provider], _ runtime: Runtime, _ reporter: Reporter
    ) async throws {
        reporter.printer.announce(plan)
        guard plan.refusals.isEmpty else { return try finish(Outcome(plan: plan), reporter) }
        guard !plan.isEmpty else { return try finish(Outcome(plan: plan, remaining: plan), reporter) }
        guard autoApprove || preconditions != nil || isApproved(plan, reporter) else {
            try Interruption.check()
            Console.message("Nothing was changed.\n")
            throw ExitStatus.error
        }

        let progress = reporter.progress(clouds.progress(presentation.messages, now: runtime.now))
        progress.expecting(plan)
        let applier = Applier(providers: providers, planner: safety.planner(), sleep: runtime.sleep, events: progress.applying)
        let outcome = await applier.apply(plan, preconditions: preconditions)
        progress.rest()
        try finish(outcome, reporter)
    }

    private func finish(_ outcome: Outcome, _ reporter: Reporter) throws {
        reporter.finish(.outcome(outcome))
        if outcome.status != .converged { throw ExitCode(outcome.status) }
    }

    private func isApproved(_ plan: Plan, _ reporter: Reporter) -> Bool {
        if !reporter.isForPeople { Console.message(TextPlanView(plan, style: presentation.messages).text) }
        Console.message("\nApply these changes? Only \"yes\" is taken for yes: ")
        return Console.readLine() == "yes"
    }

    private func read(_ path: String) throws -> SavedPlan {
        do {
            return try SavedPlan(PrivateFile.read(path))
        } catch let error as PrivateFile.Failure {
            throw presentation.exit(with: Diagnostic(.error, code: "file", error.description))
        } catch let error as PlanDocumentError {
            throw unusable(path, error)
        }
    }

    private func hold(_ saved: SavedPlan, against manifests: LoadedManifests, path: String) throws(ExitCode) {
        do throws(PlanDocumentError) { try saved.verify(manifests.state) } catch { throw unusable(path, error) }
    }

    private func unusable(_ path: String, _ error: PlanDocumentError) -> ExitCode {
        presentation.exit(
            with: Diagnostic(.error, code: "saved-plan", "\(path): \(error)", fix: "Make it again with `reconcile plan --out \(path)`"))
    }
}
