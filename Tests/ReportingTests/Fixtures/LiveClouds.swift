import Model
import Planning

/// The clouds after a set was applied, to be changed behind its back.
struct LiveClouds {
    var objects: [Address: LiveObject]

    init(converged set: PartnerBus) {
        objects = Dictionary(uniqueKeysWithValues: set.desired.resources.map { ($0.address, LiveObject(converged: $0)) })
    }

    var observation: Observation { Observation(objects: Array(objects.values)) }

    /// Adds an object that no manifest declares, under the address that it once had.
    mutating func add(_ resource: DesiredResource) { objects[resource.address] = LiveObject(converged: resource) }

    mutating func change(_ kind: Kind, _ name: String, part: String? = nil, _ change: (inout LiveObject) -> Void) {
        let address = Address(kind, name, part: part)
        if var object = objects[address] {
            change(&object)
            objects[address] = object
        }
    }
}

extension LiveObject {
    init(converged resource: DesiredResource) {
        let name = resource.identity.name
        let outputs: [String: Value] =
            switch resource.address.kind {
            case .integration: ["id": "3c1d", "eventSource": .string(PartnerBus.source)]
            case .queue: ["id": .string(PartnerBus.queueID)]
            case .eventBus: ["arn": .string("arn:aws:events:us-east-1:\(PartnerBus.account):event-bus/\(name)"), "name": .string(name)]
            case .rule: ["arn": .string(PartnerBus.ruleARN(name))]
            case .permission, .target: [:]
            }
        let known = resource.attributes.mapValues { value in
            value.resolved { $0.output == "eventSource" ? .string(PartnerBus.source) : .string(PartnerBus.queueID) }
        }
        let ownership: Ownership =
            switch resource.address.kind {
            case .integration, .rule, .permission: .ours(resource: resource.address.name)
            case .queue, .target, .eventBus: .shared
            }
        self.init(
            identity: resource.identity, id: (outputs["arn"] ?? outputs["id"])?.string ?? name, attributes: known, outputs: outputs,
            ownership: ownership)
    }
}
