import EventPatterns
import Model
import OrderedCollections
import Parallel

/// Makes resources of declarations: names resolved, one dialect's words turned into the clouds' own.
struct Compiler {
    let stack: Stack
    /// Whether `stack` is the set's own: without one only what every stack would refuse is reported.
    let hasStack: Bool
    let set: ManifestSet
    /// The stack's, for targets that don't say otherwise.
    let defaultSettings: [String: Value]
    let defaultPermission: RuleSpec.PermissionPolicy
    /// Whether all texts could be read: names that a broken one may declare aren't reported as unknown.
    let isWhole: Bool
    var findings = Findings()
    /// Those in which nothing is unknown, by their rules.
    var patterns: [(rule: Address, pattern: WrittenPattern)] = []

    init(stack: Stack?, set: ManifestSet, isWhole: Bool) {
        self.stack = stack ?? .standIn
        hasStack = stack != nil
        self.set = set
        let defaults = set.stacks.values.first?.spec.defaults?.value
        defaultSettings = defaults?.target?.value.settings ?? [:]
        defaultPermission = defaults?.permission?.value ?? .perRule
        self.isWhole = isWhole
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
        findings.address = nil
        let fresh = self.fresh
        let parts = set.rules.values.sorted { $0.name.value < $1.name.value }.inParts(ofAtLeast: 256) { part in
            var compiler = fresh
            return (resources: part.flatMap { compiler.compile($0) }, compiler: compiler)
        }
        for part in parts {
            resources += part.resources
            findings.append(part.compiler.findings)
            patterns += part.compiler.patterns
        }
        // Rules share the statements that let a whole bus in.
        if resources.indices.contains(where: { resources[$0].address.isSharedPermission }) {
            var shared: Set<Address> = []
            resources.removeAll { $0.address.isSharedPermission && !shared.insert($0.address).inserted }
        }
        checkClaims(resources)
        checkCycles(resources)
        return resources
    }

    /// The same, with nothing found yet.
    private var fresh: Compiler {
        var compiler = self
        compiler.findings = Findings()
        compiler.patterns = []
        return compiler
    }

    mutating func reportDangling(_ name: Located<String>, _ kind: Kind, among names: some Collection<String>, fix: String? = nil) {
        if isWhole { findings.reportDangling(name, kind, among: names, fix: fix) }
    }
}

extension Findings {
    /// Reports a name that nothing in the set bears.
    mutating func reportDangling(_ name: Located<String>, _ kind: Kind, among names: some Collection<String>, fix: String? = nil) {
        report(
            "dangling-reference", "no \(kind.rawValue) `\(name.value)` is declared", at: name.place,
            detail: kind.declared(names),
            fix: fix ?? NearMiss.question(name.value, among: names))
    }
}

extension Kind {
    /// Which names there are, as far as they can be taken in: a whole sentence.
    func declared(_ names: some Collection<String>) -> String {
        switch names.count {
        case 0: "The set declares no \(rawValue)."
        case 1...20: "Declared are \(names.sorted().map { "`\($0)`" }.joined(separator: ", ").excerpt)."
        default: "The set declares \(names.count) of the kind \(rawValue)."
        }
    }
}
