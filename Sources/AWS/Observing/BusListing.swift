internal import Model

/// What a listing of a bus's rules told.
enum BusListing: Sendable {
    case rules([LiveRule])
    case noBus
    case unreadable(ServiceError)

    static func read(_ bus: String, _ aws: Stack.AWS, _ transport: any AWSTransport) async -> BusListing {
        do throws(ServiceError) {
            return .rules(try await transport.list(.listRules, ["EventBusName": .string(bus)]) { LiveRule($0, bus: bus, aws) })
        } catch {
            return error.reason == .notFound ? .noBus : .unreadable(error)
        }
    }

    var rules: [LiveRule] { if case .rules(let rules) = self { rules } else { [] } }
}
