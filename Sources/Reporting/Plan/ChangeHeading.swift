internal import Model
internal import Planning

/// The words of a change: what happens to which resource, why, and which live object it is.
struct ChangeHeading {
    let change: Change
    let stack: StackMark

    /// As Terraform marks the resources of a plan.
    var symbol: StyledText {
        switch change.action {
        case .noOp: " "
        case .read: "<="
        case .create: change.isReplacement ? "+/-" : "+"
        case .update: "~"
        case .delete: "-"
        }
    }

    var role: StyledText.Role? {
        switch change.action {
        case .noOp, .read: .muted
        case .create: .create
        case .update: .update
        case .delete: .delete
        }
    }

    /// `Rule/support-ended will be updated in place`.
    var sentence: StyledText { "\(change.address, .strong) \(verdict)" }

    private var verdict: StyledText {
        switch (change.action, change.reason) {
        case (.noOp, _): "is as declared"
        case (.read, _): "is only looked up, never changed"
        case (.create, .replaced): "will be replaced: a new one is created, and the former goes when that is in effect"
        case (.create, _): "will be created"
        case (.update, .adopted): "will be taken over (adopted): it carries no stack's mark yet"
        case (.update, .renamed): "will be updated in place: it was \(formerName) before"
        case (.update, _): "will be updated in place"
        case (.delete, .pruned) where change.address.kind == .target: "will be deleted: its rule is no longer declared"
        case (.delete, .pruned): "will be deleted: no longer declared, carries this stack's mark"
        case (.delete, .undeclaredTarget): "will be deleted: the rule's manifest doesn't declare it"
        case (.delete, .replaced): "will be deleted, once what replaces it is in place"
        case (.delete, _): "will be deleted"
        }
    }

    private var formerName: StyledText {
        guard case .ours(let resource)? = change.live?.ownership else { return "" }
        return "\(quoted: resource)"
    }

    /// Which live object it is, where neither the address nor the attributes below say it.
    var liveObject: StyledText? {
        guard let live = change.live, change.action != .noOp else { return nil }
        let identity = live.identity
        return switch identity.kind {
        case .integration, .queue: "\(name(of: live)), id \(live.id)"
        case .rule where change.action != .delete: "rule \(quoted: identity.name) on bus \(quoted: identity.scope)"
        case .target where change.action == .delete: "on the rule \(identity.scope)"
        case .permission where change.action != .delete: "in the policy of \(identity.scope)"
        case .eventBus, .rule, .permission, .target: nil
        }
    }

    /// Whether the other change is told in the same words, but for its name.
    func isAlike(_ other: ChangeHeading) -> Bool {
        (change.action, change.reason) == (other.change.action, other.change.reason) && markLine == other.markLine
    }

    private func name(of live: LiveObject) -> StyledText {
        let name = live.attributes["name"]?.string ?? live.identity.name
        return "\(quoted: name)"
    }

    /// The mark of ownership that the change writes, where the object bears none or another.
    var markLine: DiffLine? {
        guard change.action == .update else { return nil }
        let carrier: StyledText =
            change.address.kind == .integration ? "a line in its notes" : "tags reconcile:stack and reconcile:resource"
        return switch change.reason {
        case .adopted: DiffLine(mark: .added, text: "mark of \(stack) (\(carrier))")
        case .renamed: DiffLine(mark: .changed, text: "mark: \(formerName) → \(quoted: change.address.name) (\(carrier))")
        case .pruned, .undeclaredTarget, .replaced, nil: nil
        }
    }
}
