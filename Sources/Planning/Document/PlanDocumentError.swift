/// Why a file is no plan that can be applied.
public enum PlanDocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is no JSON, or no plan at all.
    case unreadable(String)
    /// Its content is not what was written: its fingerprint disagrees.
    case damaged
    case newerFormat(String)
    case anotherStack(String, named: String)
    case otherManifests

    public var description: String {
        switch self {
        case .unreadable(let why): "the file is no saved plan: \(why)"
        case .damaged: "the plan is damaged: its content doesn't agree with its fingerprint"
        case .newerFormat(let version):
            "the plan has format \(version), and this version of reconcile reads \(PlanDocument.formatVersion)"
        case .anotherStack(let stack, let named): "the plan is of the stack \(stack), and the manifests are of \(named)"
        case .otherManifests: "the plan was made from other manifests than these"
        }
    }
}
