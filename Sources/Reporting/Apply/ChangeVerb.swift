internal import Applying
internal import Model
internal import Planning

extension Planning.Action {
    /// `created`.
    var participle: StyledText {
        switch self {
        case .create: "created"
        case .update: "updated"
        case .delete: "deleted"
        case .read: "looked up"
        case .noOp: "left as it is"
        }
    }

    /// `create`.
    var infinitive: StyledText {
        switch self {
        case .create: "create"
        case .update: "update"
        case .delete: "delete"
        case .read: "look up"
        case .noOp: "leave"
        }
    }
}

extension Model.Operation.Action {
    /// `creating`.
    var presentParticiple: StyledText {
        switch self {
        case .create: "creating"
        case .update: "updating"
        case .delete: "deleting"
        }
    }
}
