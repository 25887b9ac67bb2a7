/// Something that a person should know: what happened, where, and what to do.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        case error
        case warning
        case note
    }

    public var severity: Severity
    /// A stable name of the kind of finding, such as `unknown-key`.
    public var code: String
    /// One sentence without a full stop.
    public var summary: String
    /// What was expected, what the service said, the request id: whole sentences.
    public var detail: String?
    public var place: SourceLocation?
    /// The line that `place` points into, as it stands in the file.
    public var excerpt: String?
    public var address: Address?
    /// What to do, as an instruction.
    public var fix: String?

    public init(
        _ severity: Severity, code: String, _ summary: String, detail: String? = nil, place: SourceLocation? = nil,
        excerpt: String? = nil, address: Address? = nil, fix: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.summary = summary
        self.detail = detail
        self.place = place
        self.excerpt = excerpt
        self.address = address
        self.fix = fix
    }
}

extension Diagnostic: Comparable {
    /// By place, what has none last; then by severity, the worst first.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        switch (left.place, right.place) {
        case (let leftPlace?, let rightPlace?) where leftPlace != rightPlace: leftPlace < rightPlace
        case (.some, nil): true
        case (nil, .some): false
        default: (left.severity.rank, left.code, left.summary) < (right.severity.rank, right.code, right.summary)
        }
    }
}

extension Diagnostic.Severity {
    fileprivate var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}
