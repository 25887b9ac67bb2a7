/// How text is set: with colors or without, how wide, and how much of it.
public struct TextStyle: Hashable, Sendable {
    public var usesColor: Bool
    /// The columns that a line should keep to; what can't be broken is longer.
    public var width: Int
    /// Whether what doesn't change is shown too.
    public var full: Bool

    /// - Parameter width: kept between 40 and 400 columns.
    public init(usesColor: Bool = false, width: Int = 100, full: Bool = false) {
        self.usesColor = usesColor
        self.width = min(max(width, 40), 400)
        self.full = full
    }
}

/// Whether to use colors: the option `--color`.
public enum ColorChoice: String, Hashable, Sendable, CaseIterable {
    case auto
    case always
    case never

    /// Decides in this order: the option; `NO_COLOR` not empty (no-color.org); `CLICOLOR_FORCE` neither empty nor `0`
    /// (bixense.com/clicolors); `TERM=dumb`; whether the output is a terminal.
    public func usesColor(environment: [String: String], isTerminal: Bool) -> Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            if environment["NO_COLOR"].map({ !$0.isEmpty }) == true { return false }
            if environment["CLICOLOR_FORCE"].map({ !$0.isEmpty && $0 != "0" }) == true { return true }
            return isTerminal && environment["TERM"] != "dumb"
        }
    }
}

extension TextStyle {
    /// The line as it goes to the output, with the escape sequences of its colors (ECMA-48, SGR) where the style has them.
    func render(_ line: StyledText) -> String {
        line.runs.reduce(into: "") { text, run in
            guard usesColor, let role = run.role else { return text += run.text }
            text += "\u{1B}[\(role.selectGraphicRendition)m\(run.text)\u{1B}[0m"
        }
    }
}

extension StyledText.Role {
    fileprivate var selectGraphicRendition: String {
        switch self {
        case .create: "32"
        case .update: "33"
        case .delete: "31"
        case .strong: "1"
        case .muted: "2"
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        }
    }
}
