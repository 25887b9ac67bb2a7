internal import Model

/// A resource that is there once a plan is applied.
struct Standing {
    var address: Address
    var attributes: [String: Value]
}

extension Plan {
    /// What the plan makes or leaves, and what of the deferred is live.
    var standing: [Standing] {
        changes.compactMap { change in change.after.map { Standing(address: change.address, attributes: $0) } }
            + deferred.compactMap { deferred in
                deferred.change.live.map { Standing(address: deferred.change.address, attributes: $0.attributes) }
            }
    }
}
