/// What a run does: look, or change as well.
public enum AccessPurpose: String, Hashable, Sendable, CaseIterable {
    case plan
    case apply
}
