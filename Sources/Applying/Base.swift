public import Model

/// The manifests before a change.
public struct Base: Hashable, Sendable {
    /// What people call them, such as `origin/main`.
    public var name: String
    /// `nil` where there were none.
    public var desired: DesiredState?

    public init(name: String, desired: DesiredState?) {
        self.name = name
        self.desired = desired
    }

    /// What was declared for the same clouds; `nil` where nothing was.
    func former(of desired: DesiredState) -> DesiredState? {
        guard let former = self.desired, former.stack.mark == desired.stack.mark, former.stack.genesys == desired.stack.genesys,
            former.stack.aws == desired.stack.aws
        else { return nil }
        return former
    }
}

extension DesiredState {
    /// What one observation must see to plan both.
    func joined(with former: DesiredState) -> DesiredState {
        let known = Set(resources.map(\.identity))
        var joined = self
        joined.resources = resources + former.resources.filter { !known.contains($0.identity) }
        return joined
    }

    /// Whether a gap keeps anything from being told of these resources: one of an object that only the former manifests name doesn't.
    func isConcerned(by gap: Gap) -> Bool { gap.name == nil || resources.contains { gap.covers($0.identity) } }
}
