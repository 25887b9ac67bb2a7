internal import Model

extension Kind {
    /// The heading over the changes of one kind.
    var heading: StyledText {
        switch self {
        case .integration: "Genesys Cloud integrations"
        case .queue: "Genesys Cloud queues"
        case .eventBus: "AWS event buses"
        case .rule: "AWS rules"
        case .permission: "AWS policy statements"
        case .target: "AWS rule targets"
        }
    }
}
