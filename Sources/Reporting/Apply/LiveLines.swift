internal import FoundationEssentials
internal import Model

/// What is under way in each cloud: a line for each, which a terminal shows over and over in the same place.
struct LiveLines {
    private struct Work {
        var words: StyledText
        var done = 0
        /// `nil` where nobody knows yet how much there is.
        var total: Int?
        var since: Date
    }

    private var works: [System: Work] = [:]
    /// How many lines stand on the screen.
    private var drawn = 0
    private var drawnAt = Date.distantPast

    mutating func begin(_ systems: [System], _ words: StyledText, now: Date) {
        works = Dictionary(systems.map { ($0, Work(words: words, since: now)) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func observing(_ system: System, _ progress: ObservationProgress, now: Date) {
        var work = works[system] ?? Work(words: "", since: now)
        switch progress {
        case .message(let message): work.words = "\(message)"
        case .expecting(let count): work.total = (work.total ?? 0) + count
        case .received: work.done += 1
        }
        works[system] = work
    }

    /// Whether so much time has passed that eyes can follow.
    func isDue(now: Date) -> Bool { now.timeIntervalSince(drawnAt) >= 0.1 }

    mutating func expecting(_ counts: [System: Int], now: Date) {
        works = counts.filter { $0.value > 0 }.mapValues { Work(words: "", total: $0, since: now) }
    }

    mutating func working(_ system: System, _ words: StyledText, now: Date) {
        works[system, default: Work(words: "", since: now)].words = words
    }

    mutating func finished(_ system: System) { works[system]?.done += 1 }

    /// Makes room for lines that stay, and draws anew below them.
    mutating func redraw(above lines: [StyledText] = [], style: TextStyle, now: Date) -> String {
        let erased = erase()
        let live = System.allCases.compactMap { system in works[system].map { line(system, $0, style: style, now: now) } }
        (drawn, drawnAt) = (live.count, now)
        return erased + (lines + live).map { style.render($0) + "\n" }.joined()
    }

    /// Takes the lines off the screen (ECMA-48: CPL, ED).
    mutating func erase() -> String {
        defer { drawn = 0 }
        return drawn > 0 ? "\u{1B}[\(drawn)F\u{1B}[0J" : ""
    }

    private func line(_ system: System, _ work: Work, style: TextStyle, now: Date) -> StyledText {
        let seconds = max(now.timeIntervalSince(work.since), 0)
        var line = StyledText("\(system.title)", .strong).padded(to: 14)
        if let total = work.total {
            line = line + "\(work.done)/\(total)"
            if work.done > 0, seconds >= 1 {
                let rate = Double(work.done) / seconds
                line = line + StyledText(", \(Self.tenths(rate))/s", .muted)
                if work.done < total { line = line + StyledText(", \(Int((Double(total - work.done) / rate).rounded(.up)))s left", .muted) }
            }
        } else {
            line = line + "\(Int(seconds))s"
        }
        return (line + "  " + work.words).cut(to: style.width - 1)
    }

    private static func tenths(_ number: Double) -> StyledText {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
