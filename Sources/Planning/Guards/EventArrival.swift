internal import Model

/// Where an integration's events arrive: on the bus of its event source, or, with the `platform` API, on the default bus with the source
/// `genesys.cloud`.
struct EventArrival {
    private let eventSource: String?

    init(of integration: Change) { eventSource = integration.live?.outputs["eventSource"]?.string }

    /// Whether a rule listens there, by its attributes. A disabled rule listens nowhere.
    func isHeard(byRule attributes: [String: Value]) -> Bool {
        guard attributes["state"] != "DISABLED", let bus = attributes["eventBusName"]?.string else { return false }
        if let eventSource { return bus == eventSource }
        return bus == "default" && attributes["eventPattern"]?["source"]?.list?.contains("genesys.cloud") == true
    }

    /// The live names of the rules that listen there, sorted.
    func rules(among live: [LiveObject]) -> [String] {
        live.filter { $0.identity.kind == .rule && isHeard(byRule: $0.attributes) }.map(\.identity.name).sorted()
    }
}
