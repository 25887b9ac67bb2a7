/// A program to run to its end.
public struct ProgramCall: Hashable, Sendable {
    /// The program first. One without a slash is looked for in the PATH.
    public var arguments: [String]
    /// Set beside this process's own variables.
    public var variables: [String: String] = [:]
    /// It is killed when this is over.
    public var limit: Duration
    /// Whether it runs in a process group of its own, so that Ctrl-C on the terminal reaches this process alone.
    public var isApart = false

    public init(_ arguments: [String], variables: [String: String] = [:], limit: Duration, isApart: Bool = false) {
        self.arguments = arguments
        self.variables = variables
        self.limit = limit
        self.isApart = isApart
    }

    /// There is no such program.
    public struct NotFound: Error {
        public init() {}
    }
}
