internal import Planning

extension Origin {
    var words: StyledText {
        switch self {
        case .thisChange: "this change"
        case .earlierDrift: "drift that was there before"
        case .both: "this change, and drift that was there before"
        }
    }
}
