internal import Model

/// Whether a declared resource may change the live object that it names: the ownership table of the design, column by column.
///
/// | live object | rule | integration | queue, bus, statement, target |
/// |---|---|---|---|
/// | ours | yes | yes | yes |
/// | ours under another name | where `previousNames` has it | the same | – |
/// | no mark | `lifecycle.adopt` or `--adopt` | the same, or a contribution of topics | as its rule |
/// | another's | refused | a contribution of topics only | refused |
/// | AWS's own | refused | – | refused |
///
/// The refusals are `ForeignOwnership`'s, for all that a plan says of a rule or integration is held against its owner there.
struct Claim {
    /// The object's mark must be written, even where nothing else differs.
    var writesMark = false
    var reason: Reason?
    /// What is wrong, rather than refused.
    var problem: Diagnostic?

    init(_ declared: DesiredResource, _ live: LiveObject) {
        switch live.ownership {
        case .shared, .another, .service:
            break
        case .ours(let resource):
            guard declared.address.kind.bearsMark, resource != declared.address.name else { return }
            writesMark = true
            reason = .renamed
            if !declared.lifecycle.previousNames.contains(resource) {
                problem = .markDisagrees(declared, live, resource)
            }
        case .unmarked:
            guard declared.address.kind.bearsMark else { return }
            writesMark = true
            reason = .adopted
        case .unreadable(let error):
            problem = .unreadable(declared, error)
        }
    }
}

extension Kind {
    /// Whether objects of the kind carry the stack's mark themselves.
    var bearsMark: Bool { self == .rule || self == .integration }
}

extension Diagnostic {
    fileprivate static func unreadable(_ declared: DesiredResource, _ error: ServiceError) -> Diagnostic {
        var diagnostic = error.diagnostic(address: declared.address, place: declared.place)
        diagnostic.summary = "\(declared.address) would change, but whose it is can't be read: \(error.summary)"
        return diagnostic
    }

    fileprivate static func markDisagrees(_ declared: DesiredResource, _ live: LiveObject, _ resource: String) -> Diagnostic {
        Diagnostic(
            .error, code: "mark-disagrees", "\(declared.address) is live under the mark of \(declared.address.kind.rawValue)/\(resource)",
            detail: "\(live.id) carries this stack's mark for another resource.", place: declared.place, address: declared.address,
            fix: "Add `previousNames: [\(resource)]` to its lifecycle, or give it another `spec.name`")
    }
}
