internal import Model

extension Comparison {
    /// What is compared of a live object's attributes: all of them, or those that the manifest declares, nested maps likewise.
    func compared(_ live: [String: Value], declared: [String: Value]) -> [String: Value] {
        switch self {
        case .whole: live
        case .declared: projected(live, onto: declared)
        }
    }

    private func projected(_ live: [String: Value], onto declared: [String: Value]) -> [String: Value] {
        var result: [String: Value] = [:]
        for (key, wanted) in declared {
            switch (live[key], wanted) {
            case (.map(let inner)?, .map(let wantedInner)): result[key] = .map(projected(inner, onto: wantedInner))
            case (let value, _): result[key] = value
            }
        }
        return result
    }
}
