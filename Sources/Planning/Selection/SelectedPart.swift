internal import Model

/// Which resources of a plan a selection comes to, dependencies included.
struct SelectedPart {
    private(set) var addresses: Set<Address> = []
    /// What came along, and what was left out although it is named.
    private(set) var findings: [Diagnostic] = []

    init(of plan: Plan, _ selection: Selection, _ dependencies: Dependencies) {
        let changes = Dictionary(plan.changes.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        let broken = Set(plan.errors.compactMap(\.address))
        func isPending(_ address: Address) -> Bool { changes[address]?.action.isMutating ?? false || broken.contains(address) }
        func isExcluded(_ address: Address) -> Bool {
            let isLeft = !selection.only.isEmpty && changes[address]?.isCleanUp == true
            return isLeft || selection.excludes(changes[address]?.subject ?? address)
        }

        var companions: [Address: Address] = [:]
        for address in Set(changes.keys).union(broken).sorted() {
            guard changes[address].map(selection.includes) ?? selection.includes(address) else { continue }
            let needed = dependencies.all(of: address, among: changes)
            if let obstacle = needed.filter({ isExcluded($0) && isPending($0) }).min() {
                if isPending(address) { findings.append(.leftOut(address, changes[address], because: obstacle)) }
                continue
            }
            addresses.insert(address)
            for other in needed where !isExcluded(other) && companions[other] == nil { companions[other] = address }
        }
        findings += companions.filter { !addresses.contains($0.key) && isPending($0.key) }.map { .companion($0.key, of: $0.value) }
        addresses.formUnion(companions.keys)
    }
}

extension Dependencies {
    /// What must be done before a resource's change, and before that, and so on.
    fileprivate func all(of address: Address, among changes: [Address: Change]) -> Set<Address> {
        var found: Set<Address> = []
        var open = [address]
        while let next = open.popLast() {
            let needed = (declared[next] ?? []).union(changes[next]?.dependencies ?? [])
            for other in needed where other != address && found.insert(other).inserted { open.append(other) }
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static func companion(_ address: Address, of dependent: Address) -> Diagnostic {
        Diagnostic(
            .note, code: "selection", "\(address) comes along, though it isn't selected: \(dependent) depends on it", address: address)
    }

    fileprivate static func leftOut(_ address: Address, _ change: Change?, because excluded: Address) -> Diagnostic {
        Diagnostic(
            .warning, code: "selection", "\(address) is left out: it depends on \(excluded), which is excluded", place: change?.place,
            address: address, fix: "Select that as well; what is declared no more goes only without `--only`")
    }
}
