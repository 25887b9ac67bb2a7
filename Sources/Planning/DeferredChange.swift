/// A change that the manifests call for and that this plan doesn't make. Named as Terraform names the deferred changes of a plan.
public struct DeferredChange: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// A deletion, while not all of the live state could be read.
        case partialObservation = "partial_observation"
        /// Left out by `--only` or `--exclude`.
        case notSelected = "not_selected"
    }

    public var reason: Reason
    public var change: Change

    public init(_ reason: Reason, _ change: Change) {
        self.reason = reason
        self.change = change
    }
}
