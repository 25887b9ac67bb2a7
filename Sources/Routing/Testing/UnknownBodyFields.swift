import Model

/// What a `PatternTest` sets in an event's body though no event of its topic has it: a misspelt name would test nothing.
enum UnknownBodyFields {
    static func findings(in set: CheckedSet) -> [Diagnostic] {
        set.state.patternTests.flatMap { test -> [Diagnostic] in
            guard case .sample(let name, _, let fields) = test.event, let topic = set.table.catalog.topic(named: name) else { return [] }
            return fields.keys.sorted().filter { !topic.knows($0) }.map { path in
                Diagnostic(
                    .error, code: "unknown-field", "events of `\(topic.shortName)` have no field `\(path)`",
                    detail: "Known are \(topic.fields.map { "`\($0.path)`" }.joined(separator: ", ")).",
                    place: test.fieldPlaces[path] ?? test.place, fix: NearMiss.question(path, among: topic.fields.map(\.path)))
            }
        }
    }
}

extension Topic {
    /// Whether a path of the body is a field, or leads to one.
    fileprivate func knows(_ path: String) -> Bool {
        carries("\(bodyPath).\(path)") || fields.contains { $0.path.hasPrefix(path + ".") }
    }
}
