/// A finding that people have looked at and accept: an annotation `ignore-check.reconcile/ID: REASON` of a manifest.
public struct IgnoredCheck: Hashable, Sendable {
    /// What the key of such an annotation begins with.
    public static let prefix = "ignore-check.reconcile/"

    public var check: String
    public var reason: String
    /// What the manifest declares; `nil` on the `Stack`, where it holds for the whole set.
    public var address: Address?
    public var place: SourceLocation?

    public init(check: String, reason: String, address: Address?, place: SourceLocation?) {
        self.check = check
        self.reason = reason
        self.address = address
        self.place = place
    }

    /// Whether it holds for a finding at a resource: targets follow their rule.
    public func covers(_ check: String, _ resource: Address?) -> Bool {
        guard check == self.check else { return false }
        guard let address else { return true }
        return resource.map { $0.name == address.name && ($0.kind == address.kind || address.kind == .rule && $0.kind == .target) } ?? false
    }
}
