internal import Model
internal import Planning

/// The words of a change: what happens to which resource, why, and which live object it is.
extension Change {
    /// As Terraform marks the resources of a plan.
    var symbol: StyledText {
        switch action {
        case .noOp: " "
        case .read: "<="
        case .create: isReplacement ? (address.kind == .eventBus ? "-/+" : "+/-") : "+"
        case .update: "~"
        case .delete: "-"
        }
    }

    var role: StyledText.Role? {
        switch action {
        case .noOp, .read: .muted
        case .create: .create
        case .update: .update
        case .delete: .delete
        }
    }

    /// `Rule/support-ended will be updated in place`.
    var sentence: StyledText { "\(address, .strong) \(verdict)" + (origin.map { " [\($0.words)]" } ?? "") }

    private var verdict: StyledText {
        switch (action, reason) {
        case (.noOp, _): lifecycle.ensure == .absent ? "is gone, as declared" : "is as declared"
        case (.read, _): "is only looked up, never changed"
        case (.create, .replaced) where address.kind == .eventBus:
            "will be replaced: it is deleted, and made anew once its event source is offered again"
        case (.create, .replaced): "will be replaced: a new one is created, and the former goes when that is in effect"
        case (.create, _): "will be created"
        case (.update, .adopted): "will be taken over (adopted): it carries no stack's mark yet"
        case (.update, .renamed): "will be updated in place: it was \(formerName) before"
        case (.update, _): "will be updated in place"
        case (.delete, .pruned) where address.kind == .target: "will be deleted: its rule is no longer declared"
        case (.delete, .pruned): "will be deleted: no longer declared, carries this stack's mark"
        case (.delete, .undeclaredTarget): "will be deleted: the rule's manifest doesn't declare it"
        case (.delete, .declaredAbsent) where address.kind == .target: "will be deleted: its rule is declared to be gone"
        case (.delete, .declaredAbsent): "will be deleted: it is declared to be gone"
        case (.delete, .replaced): "will be deleted, once what replaces it is in place"
        case (.delete, _): "will be deleted"
        }
    }

    private var formerName: StyledText {
        guard case .ours(let resource)? = live?.ownership else { return "" }
        return "\(quoted: resource)"
    }

    /// Which live object it is, where neither the address nor the attributes below say it.
    var liveObject: StyledText? {
        guard let live, action != .noOp else { return nil }
        let identity = live.identity
        return switch identity.kind {
        case .integration, .queue: "\(name(of: live)), id \(live.id)"
        case .rule where action != .delete: "rule \(quoted: identity.name) on bus \(quoted: identity.scope)"
        case .target where action == .delete: "on the rule \(identity.scope)"
        case .permission where action != .delete: "in the policy of \(identity.scope)"
        case .eventBus, .rule, .permission, .target: nil
        }
    }

    private func name(of live: LiveObject) -> StyledText {
        let name = live.attributes["name"]?.string ?? live.identity.name
        return "\(quoted: name)"
    }

    /// The mark of ownership that the change writes, where the object bears none or another.
    func markLine(of stack: StackMark) -> DiffLine? {
        guard action == .update else { return nil }
        let carrier: StyledText = address.kind == .integration ? "a line in its notes" : "tags reconcile:stack and reconcile:resource"
        return switch reason {
        case .adopted: DiffLine(mark: .added, text: "mark of \(stack) (\(carrier))")
        case .renamed: DiffLine(mark: .changed, text: "mark: \(formerName) → \(quoted: address.name) (\(carrier))")
        case .pruned, .undeclaredTarget, .declaredAbsent, .replaced, nil: nil
        }
    }
}
