import FoundationEssentials
import Model

/// Publishing events (EventBridge API reference: `PutEvents`). Targets aren't invoked: what they would get is kept in the state.
enum PublishOperations {
    static let all = [AWSOperation(.events, "PutEvents", .mutates, [.list("Entries", 1...10, required: true)], run: putEvents)]

    private static func putEvents(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let results = call.list("Entries").map { entry -> Value in
            do throws(AWSError) {
                return ["EventId": .string(try publish(entry, &state, call))]
            } catch {
                return ["ErrorCode": .string(error.code), "ErrorMessage": .string(error.message)]
            }
        }
        return ["Entries": .list(results), "FailedEntryCount": .integer(results.filter { $0["ErrorCode"] != nil }.count)]
    }

    /// - Returns: the event's id.
    private static func publish(_ entry: Value, _ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> String {
        for name in ["Source", "DetailType", "Detail"] where entry[name]?.string?.isEmpty != false {
            throw AWSError(code: "InvalidArgument", message: "Parameter \(name) is not valid. Reason: \(name) is a required argument.")
        }
        guard let detail = try? Value(json: entry["Detail"]?.string ?? ""), detail.map != nil else {
            throw AWSError(code: "MalformedDetail", message: "Detail is malformed.")
        }
        guard entry["Source"]?.string?.hasPrefix("aws.") != true else {
            throw AWSError(
                code: "NotAuthorizedForSourceException",
                message: "Not authorized for the source.")
        }
        let (busName, bus) = try state.bus(entry["EventBusName"]?.string)
        let id = call.configuration.makeID()
        let event: Value = [
            "version": "0", "id": .string(id), "source": entry["Source"] ?? .null, "detail-type": entry["DetailType"] ?? .null,
            "account": .string(SandboxIdentity.accountID), "region": .string(SandboxIdentity.region),
            "time": .string(call.now.formatted(.iso8601)), "resources": entry["Resources"] ?? [], "detail": detail,
        ]
        state.deliveries += deliveries(of: event, busName, bus)
        return id
    }

    private static func deliveries(of event: Value, _ busName: String, _ bus: EventBus) -> [Delivery] {
        bus.rules.sorted { $0.key < $1.key }.flatMap { name, rule -> [Delivery] in
            guard rule.state != "DISABLED", let pattern = rule.eventPattern, EventPatternCheck.matches(pattern, event) else { return [] }
            return rule.targets.sorted { $0.key < $1.key }.map { id, target in
                Delivery(
                    eventBusName: busName, ruleName: name, targetID: id, targetArn: target["Arn"]?.string ?? "",
                    event: Document(event))
            }
        }
    }
}
