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
    var findings = Findings()

    init(stack: Stack?, set: ManifestSet, isWhole: Bool) {
        self.stack = stack ?? .standIn
        hasStack = stack != nil
        self.set = set
        self.isWhole = isWhole
    }

    mutating func compile() -> [DesiredResource] {
        var resources: [DesiredResource] = []
        for declaration in set.integrations.values {
            findings.address = Address(.integration, declaration.name.value)
            resources += compile(declaration)
        }
        for declaration in set.queues.values { resources.append(compile(declaration)) }
        for declaration in set.rules.values {
            findings.address = Address(.rule, declaration.name.value)
            resources += compile(declaration)
        }
        findings.address = nil
        checkClaims(resources)
        return resources
    }

    /// Reports a name that nothing in the set bears.
    mutating func reportDangling(_ name: Located<String>, _ kind: Kind, among names: some Collection<String>, fix: String? = nil) {
        guard isWhole else { return }
        let known = names.sorted().map { "`\($0)`" }.joined(separator: ", ")
        findings.report(
            "dangling-reference", "no \(kind.rawValue) `\(name.value)` is declared", at: name.place,
            detail: known.isEmpty ? "The set declares no \(kind.rawValue)." : "Declared are \(known.excerpt).",
            fix: fix ?? NearMiss.question(name.value, among: names))
    }
}

extension Stack {
    /// Holds the place of the stack that a base layer doesn't have.
    fileprivate static let standIn = Stack(
        mark: StackMark(owner: "owner", name: "stack"),
        genesys: Genesys(region: "us-east-1", organizationID: "00000000-0000-0000-0000-000000000000"),
        aws: AWS(region: "us-east-1", accountID: "000000000000"))
}
