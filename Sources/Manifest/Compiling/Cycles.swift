import Model

extension Compiler {
    /// Reports resources that wait for each other's ids: none of them could be made first.
    mutating func checkCycles(_ resources: [DesiredResource]) {
        // Nothing waits for what tells no id.
        let telling = resources.indices.filter { [.integration, .queue].contains(resources[$0].address.kind) }
        let waiting = telling.map { resources[$0] }.filter { !$0.attributes.values.allSatisfy(\.isKnown) }
        let needs = Dictionary(
            waiting.map { ($0.address, Set($0.attributes.values.flatMap(\.unknowns).flatMap(\.references).map(\.address))) },
            uniquingKeysWith: { first, _ in first })
        for resource in waiting where Self.reaches(resource.address, from: resource.address, needs) {
            findings.address = resource.address
            findings.report(
                "circular-reference", "\(resource.address) needs its own id, or that of one that needs it", at: resource.place,
                fix: "Give the live id of one of them in `spec.id`, or remove a reference.")
        }
        findings.address = nil
    }

    private static func reaches(_ goal: Address, from start: Address, _ needs: [Address: Set<Address>]) -> Bool {
        var seen: Set<Address> = []
        var pending = Array(needs[start] ?? [])
        while let next = pending.popLast() {
            if next == goal { return true }
            if seen.insert(next).inserted { pending += needs[next] ?? [] }
        }
        return false
    }
}
