public import EventPatterns
public import Model
import OrderedCollections
import YAML

/// Makes a desired state of manifests. Pure: files are read before (`ManifestFiles`).
public enum ManifestLoader {
    /// What a set of manifests with its `Stack` declares.
    ///
    /// - Parameter checks: what else is to be said of a set in which nothing is wrong.
    /// - Throws: `InvalidManifests` with all that is wrong in all sources, warnings included.
    public static func load(_ sources: [ManifestSource], checks: ManifestChecks = { _, _ in [] }) throws(InvalidManifests)
        -> LoadedManifests
    {
        let (state, diagnostics) = compile(sources, checks)
        if let state { return LoadedManifests(state: state, warnings: diagnostics.sorted()) }
        guard diagnostics.allSatisfy({ $0.severity != .error }) else { throw InvalidManifests(diagnostics) }
        let missing = Diagnostic(
            .error, code: "missing-stack", "no manifest of kind `Stack` says where these manifests may run",
            fix: "Add a `Stack`; a set without one can be validated, but not planned.")
        throw InvalidManifests(diagnostics + [missing])
    }

    /// All that is wrong or doubtful in a set of manifests, sorted by place. A set without a `Stack`, such as a base layer, may be valid.
    public static func validate(_ sources: [ManifestSource], checks: ManifestChecks = { _, _ in [] }) -> [Diagnostic] {
        compile(sources, checks).diagnostics.sorted()
    }

    /// The state is there exactly when nothing is wrong and the set has a stack.
    private static func compile(_ sources: [ManifestSource], _ checks: ManifestChecks) -> (state: DesiredState?, diagnostics: [Diagnostic])
    {
        var context = DecodingContext(sourceNames: sources.map(\.name))
        let (documents, isWhole) = LayeredDocuments.read(sources, &context)
        let set = ManifestSet(documents, isWhole: isWhole, &context)
        let stack = set.stacks.values.first?.stack
        var compiler = Compiler(stack: stack, set: set, isWhole: isWhole)
        let resources = compiler.compile()
        let tests = compiler.patternTests()
        let own = context.findings.diagnostics + compiler.findings.diagnostics
        guard let stack, own.allSatisfy({ $0.severity != .error }) else { return (nil, own.distinct().excerpted(from: sources)) }
        let state = DesiredState(stack: stack, resources: resources, ignoredChecks: set.ignoredChecks, patternTests: tests)
        let diagnostics = (own + checks(state, Dictionary(compiler.patterns, uniquingKeysWith: { $1 }))).distinct().excerpted(from: sources)
        return (diagnostics.allSatisfy { $0.severity != .error } ? state : nil, diagnostics)
    }
}

/// Looks at what a set of manifests comes to as a whole, with the patterns that it gives as EventBridge has them, by their rules.
public typealias ManifestChecks = (DesiredState, [Address: WrittenPattern]) -> [Diagnostic]

/// A valid set of manifests.
public struct LoadedManifests: Hashable, Sendable {
    public var state: DesiredState
    /// What is allowed but probably not meant, in the order of the places.
    public var warnings: [Diagnostic]

    public init(state: DesiredState, warnings: [Diagnostic]) {
        self.state = state
        self.warnings = warnings
    }
}

extension [Diagnostic] {
    /// What `forEach` says of each of its rules is said once.
    fileprivate func distinct() -> [Diagnostic] {
        var seen: Set<[String]> = []
        return filter { seen.insert([$0.place?.description ?? "", $0.code, $0.summary]).inserted }
    }

    /// With the line that each place points into.
    fileprivate func excerpted(from sources: [ManifestSource]) -> [Diagnostic] {
        let sources = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let last = Dictionary(compactMap(\.place).map { ($0.file, $0.line) }, uniquingKeysWith: Swift.max)
        var files: [String: (text: YAMLText, lines: [Range<Int>])] = [:]
        return map { diagnostic in
            guard let place = diagnostic.place, let source = sources[place.file] else { return diagnostic }
            if files[place.file] == nil {
                let text = YAMLText(source.bytes)
                files[place.file] = (text, text.lines(upTo: last[place.file] ?? 0))
            }
            guard let (text, lines) = files[place.file], lines.indices.contains(place.line - 1) else { return diagnostic }
            var excerpted = diagnostic
            excerpted.excerpt = text.text(lines[place.line - 1])
            return excerpted
        }
    }
}
