public import Applying
public import FoundationEssentials
public import Model
internal import Planning
internal import Synchronization

/// What happens while clouds are observed and a plan is applied, a line for each event, for people who watch or read a pipeline's log.
///
/// May be told of events from several tasks at once: lines are written one after the other, each whole.
public final class ProgressView: Sendable {
    private let style: TextStyle
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void
    private let started = Mutex<[Address: Date]>([:])

    /// - Parameters:
    ///   - now: the clock by which the duration of a change is told.
    ///   - write: takes a line or several, each ended by a line break; it is never called by two tasks at once.
    public init(style: TextStyle, now: @escaping @Sendable () -> Date, write: @escaping @Sendable (String) -> Void) {
        self.style = style
        self.now = now
        self.write = write
    }

    /// Tells what an adapter says while it observes: `Genesys Cloud: reading queues`.
    public func observing(_ system: System, _ message: String) {
        started.withLock { _ in show(["\(system.title): \(message)"]) }
    }

    /// Tells what happens to a change: `Rule/support-ended: created (0.4s)`.
    public func applying(_ event: ApplyEvent) {
        started.withLock { started in
            switch event {
            case .started(let address, let action):
                started[address] = now()
                show(["\(address): \(action.presentParticiple)…"])
            case .waiting(let address, let message):
                show(["\(address): \(message)"])
            case .finished(let address, let action, let result):
                show(lines(result, of: action, at: address, since: started[address]))
            case .verifying:
                show(["Observing once more, to prove what was applied…"])
            }
        }
    }

    private func show(_ lines: [StyledText]) {
        write(lines.map { style.render($0) + "\n" }.joined())
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
