import ArgumentParser
import Cloud
import Manifest
import Model
import Planning
import Reporting
import Synchronization

/// What came of one set of manifests among many.
private struct PlannedSet: Sendable {
    var folder: String
    /// `nil` where the manifests are no plan's.
    var stack: StackMark?
    var text = ""
    var status: ExitCode
}

extension PlanCommand {
    /// Plans every folder as a set of its own, some side by side, and prints the plans in the order in which the folders are named. What is wrong
    /// with one keeps no other from being planned.
    func planStacks() async throws {
        let sets = try await Session(presentation: presentation, clouds: clouds).withClouds { clouds in
            let progress = self.clouds.progress(presentation.messages, now: clouds.runtime.now)
            var report = OrderedReport(separator: reporting.output == .jsonl ? "" : "\n")
            await sideBySide(stacks, atOnce: Self.setsAtOnce) {
                await planned($0, on: clouds, progress)
            } each: {
                report.add($0, $1)
            }
            try Interruption.check()
            return report.sets
        }
        let twice = duplicates(among: sets)
        if !twice.isEmpty { _ = presentation.exit(with: twice) }
        Console.message(summary(of: sets))
        let statuses = sets.map(\.status) + (twice.isEmpty ? [] : [ExitStatus.error])
        if let worst = [ExitStatus.error, ExitStatus.refused, ExitStatus.changes].first(where: statuses.contains) { throw worst }
    }

    /// How many sets are in memory at a time.
    private static var setsAtOnce: Int { 8 }

    private func planned(_ folder: String, on clouds: Clouds, _ progress: ProgressView) async -> PlannedSet {
        var manifests = manifests
        manifests.filename = [folder]
        let text = CollectedText()
        let reporter = reporting.reporter(presentation, write: text.add)
        do throws(ExitCode) {
            let loaded = try reporter.load(manifests)
            let plan = try await plan(loaded, of: manifests, on: providers(of: loaded.state.stack, clouds), reporter, progress)
            reporter.finish(.plan(plan))
            let isChanged = detailedExitcode && !plan.isEmpty
            return PlannedSet(
                folder: folder, stack: loaded.state.stack.mark, text: text.all,
                status: plan.refusals.isEmpty ? isChanged ? ExitStatus.changes : ExitStatus.done : ExitStatus.refused)
        } catch {
            return PlannedSet(folder: folder, text: text.all, status: error)
        }
    }

    private func providers(of stack: Stack, _ clouds: Clouds) throws(ExitCode) -> [any Provider] {
        do throws(ServiceError) {
            return try clouds.providers(of: stack)
        } catch {
            throw presentation.exit(with: error.diagnostic(place: stack.place))
        }
    }

    /// Two sets of one stack would each delete what the other declares.
    private func duplicates(among sets: [PlannedSet]) -> [Diagnostic] {
        Dictionary(grouping: sets.filter { $0.stack != nil }, by: \.stack).filter { $1.count > 1 }.map { stack, sets in
            Diagnostic(
                .error, code: "duplicate-stack",
                "\(stack.map(\.description) ?? "") is the Stack of \(sets.map { "`\($0.folder)`" }.joined(separator: " and "))",
                detail: "Applied one by one, each would delete what only the other declares.",
                fix: "Give each Stack a name of its own, or make one set of them with -f for each folder")
        }.sorted()
    }

    private func summary(of sets: [PlannedSet]) -> String {
        let counts = [
            (ExitStatus.changes, "to change"), (ExitStatus.refused, "refused"), (ExitStatus.error, "in error"),
        ].map { status, words in (sets.count { $0.status == status }, words) }.filter { $0.0 > 0 }.map { "\($0) \($1)" }
        return "\(sets.count) stacks planned" + (counts.isEmpty ? ".\n" : ": \(counts.joined(separator: ", ")).\n")
    }
}

/// What is to be printed when its turn comes.
private final class CollectedText: Sendable {
    private let text = Mutex("")

    var all: String { text.withLock { $0 } }

    func add(_ more: String) { text.withLock { $0 += more } }
}

/// Prints what is ready as soon as its turn comes.
private struct OrderedReport {
    /// Between the plans of two sets.
    let separator: String
    private(set) var sets: [PlannedSet] = []
    private var waiting: [Int: PlannedSet] = [:]

    init(separator: String) { self.separator = separator }

    mutating func add(_ index: Int, _ set: PlannedSet) {
        waiting[index] = set
        while var next = waiting.removeValue(forKey: sets.count) {
            if !next.text.isEmpty { Console.output((sets.contains { $0.status != ExitStatus.error } ? separator : "") + next.text) }
            next.text = ""
            sets.append(next)
        }
    }
}

/// Runs `body` on the items, so many at a time, and hands each outcome on as it comes, with the item's index.
private func sideBySide<Item: Sendable, Outcome: Sendable>(
    _ items: [Item], atOnce limit: Int, _ body: @escaping @Sendable (Item) async -> Outcome, each: (Int, Outcome) -> Void
) async {
    await withTaskGroup(of: (Int, Outcome).self) { group in
        for (index, item) in items.enumerated() {
            if index >= limit, let (finished, outcome) = await group.next() { each(finished, outcome) }
            group.addTask { (index, await body(item)) }
        }
        for await (index, outcome) in group { each(index, outcome) }
    }
}
