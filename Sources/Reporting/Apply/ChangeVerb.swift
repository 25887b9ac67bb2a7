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
