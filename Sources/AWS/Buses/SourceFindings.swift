internal import FoundationEssentials
internal import Model

extension EventSources.Source {
    /// How long a source without a bus stays: "If the partner event source is not associated within two weeks, it is deleted" (EventBridge User Guide,
    /// "Receiving events from a SaaS partner"). `nil` where it has a bus, or doesn't say.
    func expirationFinding(of name: String, _ address: Address?, now: Date) -> Diagnostic? {
        guard state == .pending, let expiration else { return nil }
        let days = Int(expiration.timeIntervalSince(now) / 86_400)
        let rest = days < 1 ? "less than a day" : days == 1 ? "1 day" : "\(days) days"
        return Diagnostic(
            days < 3 ? .warning : .note, code: "event-source-pending",
            "partner event source \(name) is PENDING, and expires in \(rest) unless a bus is associated with it", address: address,
            fix: "Apply the integration with its bus before that")
    }
}

extension EventSources {
    /// What became of the question for a source; `nil` in it where there is none.
    typealias Answer = Result<Source?, ServiceError>
}

extension EventSources.Answer {
    var source: EventSources.Source? { (try? get()).flatMap { $0 } }

    /// Of the source of a bus that is there. That it can't be asked about is no gap: the bus is used in the same way, whatever its source is.
    func unreadFinding(of name: String, _ address: Address?) -> Diagnostic? {
        guard case .failure(let error) = self else { return nil }
        var diagnostic = error.diagnostic(.warning, address: address)
        diagnostic.summary = "whether the partner event source \(name) is still there can't be told: \(error.summary)"
        return diagnostic
    }
}
