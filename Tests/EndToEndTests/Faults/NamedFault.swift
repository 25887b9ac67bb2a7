import TestSupport

/// A column of the fault matrices.
struct NamedFault: Sendable {
    var name: String
    var fault: Fault
    /// From which call of the operation on, and whether each one after it meets the fault as well.
    var from = 1
    var lasts = false

    static let transient = [
        NamedFault(name: "throttled", fault: .throttled()),
        NamedFault(name: "throttled, come again in 2 s", fault: .throttled(retryAfter: 2)),
        NamedFault(name: "500", fault: .failed(status: 500)), NamedFault(name: "503", fault: .failed(status: 503)),
        NamedFault(name: "500, though done", fault: .failedAfterwards(status: 500)),
        NamedFault(name: "502 page", fault: .page(status: 502)),
        NamedFault(name: "reset before", fault: .resetBefore), NamedFault(name: "reset after", fault: .resetAfter),
        NamedFault(name: "truncated", fault: .truncated), NamedFault(name: "trickled", fault: .trickled),
        NamedFault(name: "hung", fault: .hung),
        NamedFault(name: "expired token", fault: .unauthenticated),
    ]
    static let lasting = [
        NamedFault(name: "always throttled", fault: .throttled(), lasts: true),
        NamedFault(name: "always 500", fault: .failed(status: 500), lasts: true),
        NamedFault(name: "always reset", fault: .resetBefore, lasts: true),
        NamedFault(name: "500 from the second call on", fault: .failed(status: 500), from: 2, lasts: true),
    ]
    /// HTTP lets a proxy send a request again that can be repeated, and no other (RFC 9110 §9.2.2): creations by POST are left out.
    static let doubled = NamedFault(name: "doubled", fault: .doubled, lasts: true)

    /// Whether an operation can meet it: `Retry-After` and tokens that expire are Genesys Cloud's.
    func isMade(of operation: String) -> Bool {
        switch fault {
        case .unauthenticated, .throttled(retryAfter: .some): operation.contains("/api/v2/")
        case .doubled: !["POST /api/v2/integrations", "POST /api/v2/routing/queues"].contains(operation)
        default: true
        }
    }

    func plan(_ operation: String) -> FaultPlan {
        { call in
            guard call.operation == operation, lasts ? call.occurrence >= from : call.occurrence == from else { return nil }
            return fault
        }
    }
}
