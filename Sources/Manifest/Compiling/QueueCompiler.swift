import Model
import OrderedCollections

extension Compiler {
    mutating func compile(_ declaration: Declaration<QueueSpec>) -> DesiredResource {
        let spec = declaration.spec
        check(spec.lifecycle)
        var attributes = spec.lifecycle.isAbsent ? [:] : spec.settings
        // Found by its id, a queue keeps its live name unless the manifest gives another.
        if let name = spec.name?.value ?? (spec.id == nil ? declaration.name.value : nil) { attributes["name"] = .string(name) }
        return DesiredResource(
            address: Address(.queue, declaration.name.value),
            identity: spec.id.map { .id(.queue, $0.value) } ?? LiveIdentity(.queue, name: spec.name?.value ?? declaration.name.value),
            attributes: attributes,
            lifecycle: Lifecycle(spec.lifecycle, ignoreChanges: ignoredChanges(spec), forceDelete: spec.forceDelete?.value ?? false),
            place: declaration.place)
    }

    /// The queue's id: known where the manifest gives it, told by the queue otherwise; `nil` where no such queue is declared.
    mutating func queueID(_ name: Located<String>) -> Value? {
        guard let queue = set.queues[name.value] else {
            let byLiveName = set.queues.values.first { $0.spec.name?.value == name.value }
            reportDangling(
                name, .queue, among: set.queues.keys,
                fix: byLiveName.map { "Refer to it by `metadata.name`: `\($0.name.value)`." }
                    ?? (StringFormat.uuid.accepts(name.value) ? "Declare a Queue with this `spec.id`, or use `eventPattern`." : nil))
            return nil
        }
        if queue.spec.lifecycle.isAbsent { findings.reportAbsent(.queue, name) }
        return queue.spec.id.map { .string($0.value) } ?? .id(of: Address(.queue, name.value))
    }
}
