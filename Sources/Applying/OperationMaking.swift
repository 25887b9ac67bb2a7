internal import Model
internal import Planning

extension Operation {
    /// The operation that makes a change, its unknowns told by what was done before.
    ///
    /// Fails where one is still unknown: what it refers to said less than was promised.
    static func made(of change: Change, stack: Stack, outputs: [Reference: Value]) -> Result<Operation, ServiceError> {
        guard let action = Action(change.action) else { return .failure(.nothingToDo(change)) }
        let attributes = (change.after ?? [:]).mapValues { $0.resolved { outputs[$0] } }
        if let open = attributes.values.flatMap(\.unknowns).sorted(by: { $0.description < $1.description }).first {
            return .failure(.stillUnknown(open, change))
        }
        return .success(
            Operation(
                action, address: change.address, identity: change.identity, attributes: attributes, live: change.live, stack: stack.mark,
                isForced: change.lifecycle.forceDelete))
    }
}

extension Operation.Action {
    fileprivate init?(_ action: Planning.Action) {
        switch action {
        case .create: self = .create
        case .update: self = .update
        case .delete: self = .delete
        case .noOp, .read: return nil
        }
    }
}

extension ServiceError {
    fileprivate static func nothingToDo(_ change: Change) -> ServiceError {
        ServiceError(
            .invalid, system: change.address.kind.system, operation: change.action.rawValue, summary: "\(change.address) has nothing to do")
    }

    fileprivate static func stillUnknown(_ unknown: Unknown, _ change: Change) -> ServiceError {
        ServiceError(
            .unexpectedAnswer, system: change.address.kind.system, operation: change.action.rawValue,
            summary: "\(change.address) needs \(unknown), which is still unknown", fix: "Run `apply` again: it plans afresh")
    }

    static func unseen(_ change: Change, _ why: Diagnostic) -> ServiceError {
        ServiceError(
            .unavailable, system: change.address.kind.system, operation: change.action.rawValue,
            summary: "\(change.address) is left alone, since it can't be seen whether it is as it was planned: \(why.summary)", fix: why.fix
        )
    }

    static func withoutAnswer(_ operation: Operation) -> ServiceError {
        ServiceError(
            .unexpectedAnswer, system: operation.address.kind.system, operation: operation.action.rawValue,
            summary: "what became of \(operation.address) is not known", fix: "Run `apply` again: it plans afresh")
    }
}
