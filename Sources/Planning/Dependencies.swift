internal import Model

/// The order of changes: what must be done before what.
///
/// Creations follow what they refer to. A statement or target that replaces another is made before the other is removed, so that no event is lost in
/// between. Deletions go permission, targets, rule: by the targets a run that follows one that was cut short finds the policies. What is replaced goes after
/// everything that replaces it.
struct Dependencies {
    /// What each declared resource depends on itself, whether that has anything to do or not.
    let declared: [Address: Set<Address>]

    init(desired: DesiredState) {
        declared = Dictionary(
            desired.resources.map { resource in
                let references = resource.attributes.values.reduce(into: Set<Address>()) { found, value in
                    for unknown in value.unknowns { found.formUnion(unknown.references.map(\.address)) }
                }
                return (resource.address, resource.dependencies.union(references))
            }, uniquingKeysWith: { $0.union($1) })
    }

    /// Sets each change's dependencies, such as have nothing to do left out.
    func connect(_ changes: inout [Change]) {
        let mutating = changes.filter(\.action.isMutating)
        let addresses = Set(mutating.map(\.address))
        for index in changes.indices where changes[index].action.isMutating {
            let change = changes[index]
            let wanted =
                change.action == .delete
                ? before(deleting: change, among: mutating)
                : (declared[change.address] ?? []).union(before(remaking: change, among: mutating))
            changes[index].dependencies = wanted.intersection(addresses).subtracting([change.address])
        }
    }

    /// A bus can't be made anew before the rules that are declared no more have left it.
    private func before(remaking change: Change, among mutating: [Change]) -> Set<Address> {
        guard change.isReplacement, change.address.kind == .eventBus else { return [] }
        return Set(
            mutating.filter { $0.action == .delete && $0.address.kind == .rule && $0.identity.scope == change.identity.name }.map(\.address)
        )
    }

    private func before(deleting change: Change, among mutating: [Change]) -> Set<Address> {
        let rule = change.address.name
        let ruleGoes = mutating.contains { $0.address == Address(.rule, rule) && $0.action == .delete }
        let siblings = mutating.filter { other in
            switch (change.address.kind, other.address.kind) {
            case (.rule, .target), (.rule, .permission): other.address.name == rule && other.action == .delete
            case (.target, .permission):
                other.action == .delete
                    && (other.address.name == rule || other.address.isSharedPermission && change.reaches(other.identity.scope))
            case (.permission, .permission), (.permission, .target):
                other.action != .delete && (change.address.isSharedPermission || other.address.name == rule && !ruleGoes)
            default: false
            }
        }
        return Set(siblings.map(\.address)).union(change.isRetirement ? successors(of: change, among: mutating) : [])
            .union(change.isDeclaredDeletion ? mutating.filter(change.isNeeded).map(\.address) : [])
    }

    /// What takes the place of a replaced resource, whose name is `SUCCESSOR@FORMER`: of an integration, all that is on the way to its events. It goes
    /// last, after the rules that listened to it.
    private func successors(of retirement: Change, among mutating: [Change]) -> Set<Address> {
        let made = mutating.filter { $0.action != .delete }
        guard retirement.address.kind != .integration else {
            return Set((made + mutating.filter { $0.isRetirement && $0.address.kind == .rule }).map(\.address))
        }
        let successor = retirement.subject.name
        return Set(
            made.filter { $0.isReplacement || $0.address.name == successor && $0.address.kind.system == .aws }.map(\.address))
    }
}

extension Change {
    /// Whether the live target leads to a policy's holder.
    fileprivate func reaches(_ holder: String) -> Bool {
        [live?.attributes["arn"], live?.attributes["deadLetterConfig"]?["arn"]].contains {
            $0?.string.flatMap(PolicyHolder.init)?.arn == holder
        }
    }
}
