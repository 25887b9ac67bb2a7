import Model

extension Tracing {
    func targetLinks(_ target: RoutedTarget, _ rule: RoutedRule) -> [TraceLink] {
        var links: [TraceLink] = []
        let declared = resource(target.address)
        if observation != nil, let declared {
            links.append(existence(declared, "\(target.consumer.title) is the rule's target", missing: "Apply the manifests."))
        }
        links.append(permissionLink(target))
        let queue = (declared.flatMap(live)?.attributes ?? declared?.attributes ?? [:])["deadLetterConfig"]?["arn"]?.string
        links.append(
            queue.map { TraceLink("it has a dead-letter queue", .verified, $0) }
                ?? TraceLink(
                    "it has a dead-letter queue", .refuted, "what can't be delivered is lost", fix: "Add `deadLetterConfig` to the target.")
        )
        return links
    }

    private func permissionLink(_ target: RoutedTarget) -> TraceLink {
        let name = "EventBridge may invoke \(target.consumer.title)"
        if target.roleARN == nil, let holder = PolicyHolder(target.consumer.arn) {
            guard let permission = target.permission.flatMap(resource) else {
                return TraceLink(
                    name, .unknown,
                    holder.isIn(state.stack.aws) ? "`permission: none`: its policy is left to others" : "its policy is another account's")
            }
            guard observation != nil else { return TraceLink(name, .verified, "a statement in its policy is declared") }
            return existence(permission, name, missing: "Apply the manifests.")
        }
        if let role = target.roleARN { return TraceLink(name, .unknown, "by role \(role), whose policies aren't read") }
        return TraceLink(name, .unknown, "by a policy of its own, which isn't read")
    }
}
