import Model
import OrderedCollections

extension ManifestSet {
    /// The checks that annotations suppress: on a Stack for the whole set.
    var ignoredChecks: [IgnoredCheck] {
        stacks.values.flatMap { $0.ignoredChecks(nil) } + integrations.values.flatMap { $0.ignoredChecks(.integration) }
            + queues.values.flatMap { $0.ignoredChecks(.queue) } + rules.values.flatMap { $0.ignoredChecks(.rule) }
    }
}

extension Declaration {
    fileprivate func ignoredChecks(_ kind: Kind?) -> [IgnoredCheck] {
        annotations.filter { $0.key.value.hasPrefix(IgnoredCheck.prefix) }.map { annotation in
            IgnoredCheck(
                check: String(annotation.key.value.dropFirst(IgnoredCheck.prefix.count)), reason: annotation.value.value,
                address: kind.map { Address($0, name.value) }, place: annotation.key.place)
        }
    }
}
