internal import Model

/// The entries that failed in a request that itself went well (EventBridge API reference, `PutTargetsResultEntry`).
struct FailedEntries {
    private let call: AWSOperation
    private let errors: [String: ServiceError]
    /// AWS counts more failures than it tells of.
    private let isIncomplete: Bool

    init(_ answer: Value, of call: AWSOperation) {
        let pairs = (answer["FailedEntries"]?.list ?? []).compactMap { entry in
            entry["TargetId"]?.string.map { id -> (String, ServiceError) in
                var error = ErrorAnswer(entry: entry).error(of: call)
                error.status = 200
                return (id, error)
            }
        }
        self.call = call
        errors = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        isIncomplete = (answer["FailedEntryCount"]?.integer ?? 0) > errors.count
    }

    func error(ofTarget id: String) -> ServiceError? {
        if let error = errors[id] { return error }
        guard isIncomplete else { return nil }
        return ServiceError(
            .unexpectedAnswer, system: .aws, operation: call.name,
            summary: "\(call.service.title) counts more failed entries of \(call.name) than it names: this target may be one", status: 200)
    }

    /// "This action can partially fail if too many requests are made at the same time" (EventBridge API reference, `PutTargets`).
    static func isTransient(_ error: ServiceError) -> Bool {
        error.status == 200
            && (error.reason == .throttled || error.reason == .unavailable || error.code == "ConcurrentModificationException")
    }
}
