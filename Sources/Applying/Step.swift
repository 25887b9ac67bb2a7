internal import Model
internal import Planning

/// The changes that travel in one request, such as the targets of one rule.
struct Step: Hashable, Sendable {
    var changes: [Change]

    /// Everything that must have ended before the step begins.
    var dependencies: Set<Address> { changes.reduce(into: []) { $0.formUnion($1.dependencies) } }

    /// The steps of a plan, in its order.
    static func steps(of changes: [Change]) -> [Step] {
        var steps: [Step] = []
        var open: [Batch: Int] = [:]
        for change in changes {
            let limit = change.identity.batchLimit
            let batch = Batch(kind: change.address.kind, scope: change.identity.scope, isDeletion: change.action == .delete)
            if limit > 1, let index = open[batch], steps[index].changes.count < limit {
                steps[index].changes.append(change)
            } else {
                open[batch] = steps.count
                steps.append(Step(changes: [change]))
            }
        }
        return steps
    }

    private struct Batch: Hashable {
        var kind: Kind
        var scope: String
        var isDeletion: Bool
    }
}
