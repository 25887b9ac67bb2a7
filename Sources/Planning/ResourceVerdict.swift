internal import Model

/// What the plan says of one declared resource: a change, or why there can be none.
struct ResourceVerdict {
    var change: Change?
    var diagnostics: [Diagnostic] = []

    init(_ declared: DesiredResource, _ lookUp: LookUp) {
        switch lookUp {
        case .unknown(let gap):
            diagnostics.append(gap.error.diagnostic(address: declared.address, place: declared.place))
        case .absent where declared.lifecycle.manage == .reference:
            diagnostics.append(.missingReference(declared))
        case .absent:
            change = Change(declared, .create, after: declared.attributes)
        case .present(let live):
            compare(declared.absorbing(live), live)
        }
    }

    private mutating func compare(_ declared: DesiredResource, _ live: LiveObject) {
        let kind = declared.address.kind
        let before = kind.comparison.compared(live.attributes, declared: declared.attributes)
        if let condition = live.condition {
            diagnostics.append(
                Diagnostic(.warning, code: "live-condition", condition, place: declared.place, address: declared.address))
        }
        guard declared.lifecycle.manage == .full else {
            change = Change(declared, .read, before: before, after: before, live: live)
            return
        }
        let claim = Claim(declared, live)
        let isEqual = before == declared.attributes && !claim.writesMark
        if isEqual || claim.problem == nil {
            change = Change(
                declared, isEqual ? .noOp : .update, before: before, after: declared.attributes, live: live, reason: claim.reason)
        }
        if !isEqual, let problem = claim.problem { diagnostics.append(problem) }
        guard declared.replaces(live) else { return }
        if declared.identity.givenID != nil { diagnostics.append(.pinned(declared, live)) }
        change?.action = .create
        change?.reason = .replaced
    }
}

extension Change {
    init(
        _ declared: DesiredResource, _ action: Action, before: [String: Value]? = nil, after: [String: Value]?,
        live: LiveObject? = nil, reason: Reason? = nil
    ) {
        self.init(
            address: declared.address, identity: declared.identity, action: action, before: before, after: after, live: live,
            reason: reason, lifecycle: declared.lifecycle, dependencies: declared.dependencies, place: declared.place)
    }
}

extension Diagnostic {
    fileprivate static func missingReference(_ declared: DesiredResource) -> Diagnostic {
        let name = declared.identity.givenID.map { "id \($0)" } ?? "\"\(declared.identity.name)\""
        return Diagnostic(
            .error, code: "not-found", "\(declared.address) doesn't exist: no \(declared.address.kind.noun) \(name) was found",
            detail: "It is declared with `manage: reference`: looked up, never created.", place: declared.place,
            address: declared.address,
            fix: "Correct its `spec.name`, or declare `lifecycle: {manage: full}` to have it created")
    }
}

extension Kind {
    /// The kind in the words of the service.
    var noun: String {
        switch self {
        case .integration: "integration"
        case .queue: "queue"
        case .eventBus: "event bus"
        case .rule: "rule"
        case .permission: "policy statement"
        case .target: "target"
        }
    }
}
