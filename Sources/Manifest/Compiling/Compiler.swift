import Model
import OrderedCollections

/// Makes resources of declarations: names resolved, one dialect's words turned into the clouds' own.
struct Compiler {
    let stack: Stack
    /// Whether `stack` is the set's own: without one only what every stack would refuse is reported.
    let hasStack: Bool
    let set: ManifestSet
    /// Whether all texts could be read: names that a broken one may declare aren't reported as unknown.
    let isWhole: Bool
    /// Of the parts of event patterns, by the place of the pattern.
    let patternPlaces: [SourceLocation: [String: SourceLocation]]
    var findings = Findings()

    init(stack: Stack?, set: ManifestSet, isWhole: Bool, patternPlaces: [SourceLocation: [String: SourceLocation]]) {
        self.stack = stack ?? .standIn
        hasStack = stack != nil
        self.set = set
        self.isWhole = isWhole
        self.patternPlaces = patternPlaces
    }

    mutating func compile() -> [DesiredResource] {
        var resources: [DesiredResource] = []
        for declaration in set.integrations.values {
            findings.address = Address(.integration, declaration.name.value)
            resources += compile(declaration)
        }
        for declaration in set.queues.values {
            findings.address = Address(.queue, declaration.name.value)
            resources.append(compile(declaration))
        }
        for declaration in set.rules.values {
            findings.address = Address(.rule, declaration.name.value)
            resources += compile(declaration)
        }
        findings.address = nil
        // Rules share the statements that let a whole bus in.
        var shared: Set<Address> = []
        resources.removeAll { $0.address.isSharedPermission && !shared.insert($0.address).inserted }
        checkClaims(resources)
        checkCycles(resources)
        return resources
    }

    mutating func reportDangling(_ name: Located<String>, _ kind: Kind, among names: some Collection<String>, fix: String? = nil) {
        if isWhole { findings.reportDangling(name, kind, among: names, fix: fix) }
    }
}

extension Findings {
    /// Reports a name that nothing in the set bears.
    mutating func reportDangling(_ name: Located<String>, _ kind: Kind, among names: some Collection<String>, fix: String? = nil) {
        let known = names.sorted().map { "`\($0)`" }.joined(separator: ", ")
        report(
            "dangling-reference", "no \(kind.rawValue) `\(name.value)` is declared", at: name.place,
            detail: known.isEmpty ? "The set declares no \(kind.rawValue)." : "Declared are \(known.excerpt).",
            fix: fix ?? NearMiss.question(name.value, among: names))
    }
}
