public import Applying
public import FoundationEssentials
public import Model
public import Planning
internal import Synchronization

/// What happens while clouds are observed and a plan is applied: a line for each event, for people who read a pipeline's log; on a terminal, a line for
/// each cloud that is written over and over, and above it what went wrong.
///
/// May be told of events from several tasks at once: lines are written one after the other, each whole.
public final class ProgressView: Sendable {
    private let style: TextStyle
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void
    private let state: Mutex<State>

    private struct State {
        var started: [Address: Date] = [:]
        /// `nil` off a terminal.
        var live: LiveLines?
    }

    /// - Parameters:
    ///   - isLive: whether it is read on a terminal that obeys escape sequences.
    ///   - now: the clock by which the duration of a change is told.
    ///   - write: takes a line or several, each ended by a line break; it is never called by two tasks at once.
    public init(style: TextStyle, isLive: Bool = false, now: @escaping @Sendable () -> Date, write: @escaping @Sendable (String) -> Void) {
        self.style = style
        self.now = now
        self.write = write
        state = Mutex(State(live: isLive ? LiveLines() : nil))
    }

    /// Tells what an adapter says while it observes: `Genesys Cloud: reading queues`; how much has come is for the moment only.
    public func observing(_ system: System, _ progress: ObservationProgress) {
        state.withLock { state in
            state.live?.observing(system, progress, now: now())
            switch progress {
            case .message(let message): show([], orLine: "\(system.title): \(message)", &state)
            case .expecting, .received: if state.live?.isDue(now: now()) ?? false { show([], &state) }
            }
        }
    }

    /// Tells how much there is to do, before a plan is applied.
    public func expecting(_ plan: Plan) {
        let counts = Dictionary(grouping: plan.mutations, by: \.address.kind.system).mapValues(\.count)
        state.withLock { $0.live?.expecting(counts, now: now()) }
    }

    /// Tells what happens to a change: `Rule/support-ended: created (0.4s)`.
    public func applying(_ event: ApplyEvent) {
        state.withLock { state in
            switch event {
            case .started(let address, let action):
                state.started[address] = now()
                let line: StyledText = "\(address): \(action.presentParticiple)…"
                state.live?.working(address.kind.system, line, now: now())
                show([], orLine: line, &state)
            case .waiting(let address, let message):
                state.live?.working(address.kind.system, "\(address): \(message)", now: now())
                show([], orLine: "\(address): \(message)", &state)
            case .finished(let address, let action, let result):
                let lines = lines(result, of: action, at: address, since: state.started[address])
                state.live?.finished(address.kind.system)
                if state.live == nil { return show(lines, &state) }
                show(result.isSuccess ? [] : lines, &state)
            case .verifying:
                let line: StyledText = "Observing once more, to prove what was applied…"
                if state.live == nil { return show([line], &state) }
                state.live?.begin(System.allCases, "proving what was applied", now: now())
                show([], &state)
            }
        }
    }

    /// Takes what is only for the moment off the screen, before something else is written.
    public func rest() {
        state.withLock { state in
            let erased = state.live?.erase() ?? ""
            if !erased.isEmpty { write(erased) }
        }
    }

    /// - Parameters:
    ///   - lines: what stays on a terminal.
    ///   - line: what is written instead of them where nothing is live.
    private func show(_ lines: [StyledText], orLine line: StyledText? = nil, _ state: inout State) {
        if state.live != nil {
            write(state.live?.redraw(above: lines, style: style, now: now()) ?? "")
        } else {
            write((line.map { [$0] } ?? lines).map { style.render($0) + "\n" }.joined())
        }
    }

    private func lines(_ result: ChangeResult, of action: Planning.Action, at address: Address, since start: Date?) -> [StyledText] {
        let duration: StyledText = start.map { " (\(Self.seconds(now().timeIntervalSince($0))))" } ?? ""
        return switch result {
        case .done: [StyledText("\(address): \(action.participle)\(duration)", .create)]
        case .alreadyDone: ["\(address): already as declared"]
        case .stale: [StyledText("\(address): not attempted, it changed since the plan was made", .warning)]
        case .notAttempted(let causes):
            [StyledText("\(address): not attempted, it needs \(causes.named)", .warning)]
        case .failed(let error):
            [StyledText("\(address): failed\(duration): \(error.summary)", .error)]
                + (error.diagnostic().detail.map { ["  \($0)"] } ?? [])
        }
    }

    /// `0.4s`, `75s`.
    private static func seconds(_ interval: TimeInterval) -> StyledText {
        let tenths = Int((max(interval, 0) * 10).rounded())
        return tenths < 600 ? "\(tenths / 10).\(tenths % 10)s" : "\(tenths / 10)s"
    }
}

extension [Address] {
    /// `Queue/support and Rule/support-ended`.
    var named: StyledText { map { address -> StyledText in "\(address)" }.joined(separator: " and ") }
}
