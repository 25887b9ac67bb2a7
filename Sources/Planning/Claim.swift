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
struct Claim {
    struct Problem {
        var diagnostic: Diagnostic
        /// A safety rule refuses, rather than something is wrong.
        var isRefusal: Bool
    }

    /// The object's mark must be written, even where nothing else differs.
    var writesMark = false
    var reason: Reason?
    var problem: Problem?

    init(_ declared: DesiredResource, _ live: LiveObject, adoption: Bool) {
        switch live.ownership {
        case .shared:
            break
        case .ours(let resource):
            guard declared.address.kind.bearsMark, resource != declared.address.name else { return }
            writesMark = true
            reason = .renamed
            if !declared.lifecycle.previousNames.contains(resource) {
                problem = .init(diagnostic: .markDisagrees(declared, live, resource), isRefusal: false)
            }
        case .unmarked:
            guard declared.address.kind.bearsMark else { return }
            writesMark = true
            reason = .adopted
            if !adoption && !declared.lifecycle.adopt { problem = .init(diagnostic: .unmarked(declared, live), isRefusal: true) }
        case .another(let mark):
            if declared.contributesOnly(to: live) { return }
            problem = .init(diagnostic: .anothers(declared, live, mark), isRefusal: true)
        case .service(let service):
            problem = .init(diagnostic: .services(declared, live, service), isRefusal: true)
        case .unreadable(let error):
            problem = .init(diagnostic: .unreadable(declared, error), isRefusal: false)
        }
    }
}

extension Kind {
    /// Whether objects of the kind carry the stack's mark themselves.
    fileprivate var bearsMark: Bool { self == .rule || self == .integration }
}

extension DesiredResource {
    /// Whether nothing but topics would change, and those are shared.
    fileprivate func contributesOnly(to live: LiveObject) -> Bool {
        guard address.kind == .integration, lifecycle.listPolicy == .shared else { return false }
        let before = address.kind.comparison.compared(live.attributes, declared: attributes)
        return Difference.between(before, attributes).allSatisfy { ["topics", "contributedTopics"].contains($0.path.first) }
    }
}

extension Diagnostic {
    fileprivate static func unmarked(_ declared: DesiredResource, _ live: LiveObject) -> Diagnostic {
        Diagnostic(
            .error, code: "adoption-refused", "\(declared.address) exists already and carries no stack's mark",
            detail: "\(live.id) was made by somebody else, or by hand.", place: declared.place, address: declared.address,
            fix: "Take it over with `lifecycle: {adopt: true}` or `--adopt`, or choose another name")
    }

    fileprivate static func anothers(_ declared: DesiredResource, _ live: LiveObject, _ mark: StackMark) -> Diagnostic {
        Diagnostic(
            .error, code: "owned-by-another", "\(declared.address) belongs to the stack \(mark)", detail: "\(live.id) carries its mark.",
            place: declared.place, address: declared.address,
            fix: "Change it in that stack's manifests, or declare it here with `lifecycle: {manage: reference}`")
    }

    fileprivate static func services(_ declared: DesiredResource, _ live: LiveObject, _ service: String) -> Diagnostic {
        Diagnostic(
            .error, code: "managed-by-service", "\(declared.address) is managed by \(service)",
            detail: "\(live.id) was made by that service, which undoes any change.", place: declared.place, address: declared.address,
            fix: "Choose another name")
    }

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
