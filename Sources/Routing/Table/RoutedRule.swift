public import EventPatterns
public import Model

/// A rule as events meet it.
public struct RoutedRule: Hashable, Sendable {
    public let address: Address
    public let bus: String
    /// `nil` where the rule follows a schedule.
    public let pattern: EventPattern?
    /// In characters, as EventBridge counts them; 0 where there is no pattern.
    public let patternLength: Int
    public let isEnabled: Bool
    /// By their Ids.
    public let targets: [RoutedTarget]
    public let place: SourceLocation?
    /// Where in the state's resources it is.
    let position: Int

    init(
        address: Address, bus: String, pattern: EventPattern?, patternLength: Int, isEnabled: Bool, targets: [RoutedTarget],
        place: SourceLocation?, position: Int
    ) {
        self.address = address
        self.bus = bus
        self.pattern = pattern
        self.patternLength = patternLength
        self.isEnabled = isEnabled
        self.targets = targets
        self.place = place
        self.position = position
    }
}

/// What a rule hands its events to.
public struct RoutedTarget: Hashable, Sendable {
    public let address: Address
    public let consumer: Consumer
    public let roleARN: String?
    public let deadLetterQueue: String?
    /// The statement in its policy that lets EventBridge in, where the set declares one.
    public let permission: Address?
    public let place: SourceLocation?
    /// Where in the state's resources it is.
    let position: Int

    public var isPermitted: Bool { permission != nil }
}
