internal import Model

/// Event sources that the partner has deleted because their integration doesn't publish: with that they go, and with that they come back. Their buses are
/// as they should be. Only where the integration is enabled, and is to stay so, nothing but a new bus can help.
extension Observation {
    func acceptingLostSources(of desired: DesiredState) -> Observation {
        var accepting = self
        for bus in desired.resources(.eventBus) {
            guard let live = objects[bus.identity], bus.replaces(live), let source = bus.attributes["eventSourceName"] else { continue }
            let integration = desired.resources(.integration).first { $0.address.name == bus.address.name }
            let isEnabled = integration.flatMap { objects[$0.identity] }?.attributes["enabled"] == true
            guard !isEnabled || integration?.attributes["enabled"] == false else { continue }
            accepting.objects[bus.identity]?.attributes["eventSourceName"] = source
            accepting.findings.append(.lostSource(bus))
        }
        return accepting
    }
}

extension Diagnostic {
    fileprivate static func lostSource(_ bus: DesiredResource) -> Diagnostic {
        Diagnostic(
            .note, code: "lost-event-source", "the event source of \(bus.address) is deleted while its integration isn't enabled",
            detail: "It is offered again once the integration is enabled.", place: bus.place, address: bus.address)
    }
}
