internal import Model

/// What a listing of a bus's rules told.
enum BusListing: Sendable {
    case rules([LiveRule])
    case noBus
    case unreadable(ServiceError)

    /// - Parameter found: is told of each rule as soon as its page has come.
    static func read(
        _ bus: String, _ aws: Stack.AWS, _ transport: any AWSTransport, found: (LiveRule) -> Void = { _ in }
    ) async -> BusListing {
        do throws(ServiceError) {
            return .rules(
                try await transport.list(.listRules, ["EventBusName": .string(bus)]) { wire in
                    let rule = LiveRule(wire, bus: bus, aws)
                    rule.map(found)
                    return rule
                })
        } catch {
            return error.reason == .notFound ? .noBus : .unreadable(error)
        }
    }

    var rules: [LiveRule] { if case .rules(let rules) = self { rules } else { [] } }
}
