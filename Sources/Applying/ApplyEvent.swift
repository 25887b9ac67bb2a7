public import Model
public import Planning

/// What happens while a plan is applied, for people who watch.
public enum ApplyEvent: Hashable, Sendable {
    case started(Address, Operation.Action)
    /// What a change waits for.
    case waiting(Address, String)
    case finished(Address, Planning.Action, ChangeResult)
    /// A fresh observation is held against the manifests.
    case verifying
}

public typealias ApplyEventSink = @Sendable (ApplyEvent) -> Void
