/// A piece of a line for a terminal: runs of safe text, each in a role that may get a color.
///
/// It can be made from literals in this source and from interpolated values only, and an interpolated value is neutralized on its way in: no text of
/// others reaches a terminal as it came. `"\(name)"` is the text, `"\(quoted: name)"` the text between quotation marks.
struct StyledText: Hashable, Sendable {
    enum Role: Hashable, Sendable {
        case create
        case update
        case delete
        case strong
        case muted
        case error
        case warning
        case note
    }

    struct Run: Hashable, Sendable {
        var text: String
        var role: Role?
    }

    private(set) var runs: [Run]

    /// How many columns it takes.
    var width: Int { runs.reduce(0) { $0 + $1.text.displayWidth } }

    /// The text alone.
    var plain: String { runs.map(\.text).joined() }

    /// The text with `role` wherever it has none.
    init(_ text: StyledText, _ role: Role?) { self = text.styled(role) }

    private init(runs: [Run]) { self.runs = runs }

    /// The same with `role` wherever it has none.
    func styled(_ role: Role?) -> StyledText {
        runs.reduce(into: .spaces(0)) { $0.append(Run(text: $1.text, role: $1.role ?? role)) }
    }

    /// The same with spaces after it, up to `width` columns.
    func padded(to width: Int) -> StyledText { self + .spaces(width - self.width) }

    /// The same, no wider than so many columns.
    func cut(to width: Int) -> StyledText {
        guard self.width > width else { return self }
        var (kept, room) = ([] as [Run], width - 1)
        for run in runs {
            var text = ""
            for character in run.text {
                let needed = String(character).displayWidth
                guard needed <= room else { return StyledText(runs: kept + [Run(text: text + "…", role: run.role)]) }
                room -= needed
                text.append(character)
            }
            kept.append(Run(text: text, role: run.role))
        }
        return StyledText(runs: kept)
    }

    static func spaces(_ count: Int) -> StyledText {
        StyledText(runs: count > 0 ? [Run(text: String(repeating: " ", count: count))] : [])
    }

    static func + (left: StyledText, right: StyledText) -> StyledText {
        right.runs.reduce(into: left) { sum, run in sum.append(run) }
    }

    private mutating func append(_ run: Run) {
        if let last = runs.last, last.role == run.role {
            runs[runs.count - 1].text += run.text
        } else if !run.text.isEmpty {
            runs.append(run)
        }
    }

    /// The words, each with its role: what stands between two spaces, so that a second space in a row makes an empty word.
    var words: [StyledText] {
        var words: [StyledText] = []
        for run in runs {
            for (index, piece) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                let part = StyledText(runs: [Run(text: String(piece), role: run.role)])
                if index == 0, let last = words.popLast() { words.append(last + part) } else { words.append(part) }
            }
        }
        return words
    }
}

extension StyledText: ExpressibleByStringInterpolation {
    init(stringLiteral value: StaticString) {
        runs = [Run(text: value.description)]
    }

    init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = StyledText(runs: [])

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: StaticString) { text.append(Run(text: literal.description)) }

        mutating func appendInterpolation(_ value: some CustomStringConvertible, _ role: Role? = nil) {
            text.append(Run(text: Neutralized.text(value.description), role: role))
        }

        mutating func appendInterpolation(_ styled: StyledText) { text = text + styled }

        mutating func appendInterpolation(quoted string: String) { text.append(Run(text: Neutralized.quoted(string))) }
    }
}

extension Sequence<StyledText> {
    func joined(separator: StyledText) -> StyledText {
        reduce(into: nil as StyledText?) { sum, next in sum = sum.map { $0 + separator + next } ?? next } ?? .spaces(0)
    }
}
